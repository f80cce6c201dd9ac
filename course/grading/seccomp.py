"""What the kernel offers to learners' code: the system calls in this list, with these arguments, and
no other.

Whatever is not listed does not exist there (ENOSYS): namespaces, mounts, keyrings, shared memory
that nobody counts, io_uring, BPF, tracing, other families of sockets, and all that a kernel of
tomorrow adds. The C library falls back on older calls where it can.
"""

import ctypes
import platform
import struct

# name:number on x86-64:number on ARM 64; "-" where a machine has no such call.
CALLS = """
accept:43:202 accept4:288:242 access:21:- alarm:37:- arch_prctl:158:- bind:49:200
brk:12:214 chdir:80:49 chmod:90:- chown:92:- clock_getres:229:114 clock_gettime:228:113
clock_nanosleep:230:115 clone:56:220 close:3:57 close_range:436:436 connect:42:203
copy_file_range:326:285 creat:85:- dup:32:23 dup2:33:- dup3:292:24 epoll_create:213:-
epoll_create1:291:20 epoll_ctl:233:21 epoll_pwait:281:22 epoll_wait:232:- eventfd:284:-
eventfd2:290:19 execve:59:221 exit:60:93 exit_group:231:94 faccessat:269:48
faccessat2:439:439 fallocate:285:47 fchdir:81:50 fchmod:91:52 fchmodat:268:53
fchmodat2:452:452 fchown:93:55 fchownat:260:54 fcntl:72:25 fdatasync:75:83 fgetxattr:193:10
flistxattr:196:13 fork:57:- fstat:5:80 fstatfs:138:44 fsync:74:82 ftruncate:77:46
futex:202:98 futimesat:261:- get_robust_list:274:100 getcwd:79:17 getdents64:217:61
getegid:108:177 geteuid:107:175 getgid:104:176 getgroups:115:158 getitimer:36:102
getpeername:52:205 getpgid:121:155 getpgrp:111:- getpid:39:172 getppid:110:173
getpriority:140:141 getrandom:318:278 getresgid:120:150 getresuid:118:148 getrlimit:97:163
getrusage:98:165 getsid:124:156 getsockname:51:204 getsockopt:55:209 gettid:186:178
gettimeofday:96:169 getuid:102:174 getxattr:191:8 ioctl:16:29 kill:62:129 lchown:94:-
lgetxattr:192:9 link:86:- linkat:265:37 listen:50:201 listxattr:194:11 llistxattr:195:12
lseek:8:62 lstat:6:- madvise:28:233 membarrier:324:283 mkdir:83:- mkdirat:258:34
mmap:9:222 mprotect:10:226 mremap:25:216 msync:26:227 munmap:11:215 nanosleep:35:101
newfstatat:262:79 open:2:- openat:257:56 pause:34:- pipe:22:- pipe2:293:59 poll:7:-
ppoll:271:73 prctl:157:167 pread64:17:67 preadv:295:69 prlimit64:302:261 pselect6:270:72
pwrite64:18:68 pwritev:296:70 read:0:63 readlink:89:- readlinkat:267:78 readv:19:65
recvfrom:45:207 recvmmsg:299:243 recvmsg:47:212 rename:82:- renameat:264:38
renameat2:316:276 restart_syscall:219:128 rmdir:84:- rseq:334:293 rt_sigaction:13:134
rt_sigpending:127:136 rt_sigprocmask:14:135 rt_sigreturn:15:139 rt_sigsuspend:130:133
rt_sigtimedwait:128:137 sched_get_priority_max:146:125 sched_get_priority_min:147:126
sched_getaffinity:204:123 sched_getparam:143:121 sched_getscheduler:145:120
sched_yield:24:124 select:23:- sendfile:40:71 sendmmsg:307:269 sendmsg:46:211 sendto:44:206
set_robust_list:273:99 set_tid_address:218:96 setitimer:38:103 setpgid:109:154
setpriority:141:140 setrlimit:160:164 setsid:112:157 setsockopt:54:208 shutdown:48:210
sigaltstack:131:132 socket:41:198 socketpair:53:199 stat:4:- statfs:137:43 statx:332:291
symlink:88:- symlinkat:266:36 tgkill:234:131 time:201:- timerfd_create:283:85
timerfd_gettime:287:87 timerfd_settime:286:86 times:100:153 tkill:200:130 truncate:76:45
umask:95:166 uname:63:160 unlink:87:- unlinkat:263:35 utime:132:- utimensat:280:88
utimes:235:- vfork:58:- wait4:61:260 waitid:247:95 write:1:64 writev:20:66
"""
MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}  # column; audit architecture
ENOSYS, EPERM, EINVAL, ENOTTY, EAFNOSUPPORT = 38, 1, 22, 25, 97
# Of CALLS, those with an argument that is looked at: (which, mask or None, allowed, else).
# With a mask the argument may have any value that has none of its bits; else it must be listed.
NAMESPACES = 0x7E020000  # CLONE_NEW...
UNIX = 1  # AF_UNIX
SHARED_AND_NAMELESS = 0x21  # MAP_SHARED | MAP_ANONYMOUS: memory that belongs to no file
TERMINAL = (
    *range(0x5401, 0x5405),  # TCGETS to TCSETSF
    *range(0x540E, 0x5411),  # TIOCSCTTY, TIOCGPGRP, TIOCSPGRP
    *(0x5413, 0x5414),  # TIOCGWINSZ, TIOCSWINSZ
    *(0x541B, 0x5421, 0x5422),  # FIONREAD, FIONBIO, TIOCNOTTY
    *(0x5450, 0x5451),  # FIONCLEX, FIOCLEX
    *(0x5441, 0x40045431, 0x80045430),  # TIOCGPTPEER, TIOCSPTLCK, TIOCGPTN
)
# Duplicates, flags, and locks of one's own; not the question who holds a lock, which two
# submissions could talk by.
FILE_ORDERS = (0, 1, 2, 3, 4, 6, 7, 37, 38, 1030)
SOCKET_OPTIONS = (2, 3, 4, 9, 13, 16, 17, 20, 21)  # no larger buffers, no filters


def _filter(machine):
    """The program, as (code, true, false, value) of classic BPF."""
    column, architecture = MACHINES[machine]
    numbers = {}
    for row in CALLS.split():
        name, *found = row.split(":")
        if found[column] != "-":
            numbers[name] = int(found[column])
    load, equal, any_bit, answer = 0x20, 0x15, 0x45, 0x06
    allow, kill, fail = 0x7FFF0000, 0x80000000, 0x00050000
    made = [(load, 0, 0, 4), (equal, 1, 0, architecture), (answer, 0, 0, kill), (load, 0, 0, 0)]

    def listed(name, place, values, error):
        body = [(load, 0, 0, 16 + 8 * place)]
        body += [(equal, len(values) - number, 0, value) for number, value in enumerate(values)]
        body += [(answer, 0, 0, fail | error), (answer, 0, 0, allow)]
        made.extend([(equal, 0, len(body), numbers.pop(name)), *body])

    def without(name, place, test, error):
        body = [(load, 0, 0, 16 + 8 * place), *test, (answer, 0, 0, allow)]
        body += [(answer, 0, 0, fail | error)]
        made.extend([(equal, 0, len(body), numbers.pop(name)), *body])

    without("clone", 0, [(any_bit, 1, 0, NAMESPACES)], EPERM)
    mask, both = (0x54, 0, 0, SHARED_AND_NAMELESS), (equal, 1, 0, SHARED_AND_NAMELESS)
    without("mmap", 3, [mask, both], EPERM)
    listed("socket", 0, (UNIX,), EAFNOSUPPORT)
    listed("socketpair", 0, (UNIX,), EAFNOSUPPORT)
    listed("ioctl", 1, TERMINAL, ENOTTY)
    listed("fcntl", 1, FILE_ORDERS, EINVAL)
    listed("setsockopt", 2, SOCKET_OPTIONS, EINVAL)
    for number in numbers.values():
        made.extend([(equal, 0, 1, number), (answer, 0, 0, allow)])
    return [*made, (answer, 0, 0, fail | ENOSYS)]


def known():
    """Whether this machine's calls are in the list."""
    return platform.machine() in MACHINES


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_char_p)]


def program():
    """The filter for this machine, to be made once and given to `confine`."""
    return b"".join(struct.pack("=HBBI", *each) for each in _filter(platform.machine()))


def confine(code):
    """From here on this process and all that it starts may do what is listed, for ever.

    Needs PR_SET_NO_NEW_PRIVS. Raises OSError.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    held = _Program(len(code) // 8, code)
    if libc.prctl(22, 2, ctypes.byref(held), 0, 0):  # PR_SET_SECCOMP, SECCOMP_MODE_FILTER
        raise OSError(ctypes.get_errno(), "seccomp")
