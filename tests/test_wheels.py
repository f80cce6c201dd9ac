"""Systems and Pythons that cannot be run here: does every locked package have a wheel for them?"""

import subprocess
import sys

import pytest
from packaging.requirements import Requirement

from tests.conftest import ROOT

SYSTEMS = {
    "linux": (
        ["manylinux2014_x86_64", "manylinux_2_28_x86_64"],
        {
            "sys_platform": "linux",
            "platform_system": "Linux",
            "os_name": "posix",
            "platform_machine": "x86_64",
        },
    ),
    "macos": (
        ["macosx_14_0_arm64", "macosx_12_0_arm64", "macosx_11_0_arm64"],
        {
            "sys_platform": "darwin",
            "platform_system": "Darwin",
            "os_name": "posix",
            "platform_machine": "arm64",
        },
    ),
    "windows": (
        ["win_amd64"],
        {
            "sys_platform": "win32",
            "platform_system": "Windows",
            "os_name": "nt",
            "platform_machine": "AMD64",
        },
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
def test_every_locked_package_has_a_wheel(system, python, tmp_path):
    platforms, markers = SYSTEMS[system]
    where = {
        **markers,
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }
    lock = [
        Requirement(line)
        for line in (ROOT / "requirements.txt").read_text().splitlines()
        if "==" in line
    ]
    wanted = [
        f"{each.name}{each.specifier}"
        for each in lock
        if each.marker is None or each.marker.evaluate(where)
    ]
    (tmp_path / "lock.txt").write_text("\n".join(wanted))
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--dry-run",
            "--no-deps",
            "--only-binary=:all:",
            "--target",
            str(tmp_path / "none"),
            "-q",
            "--python-version",
            python,
            *(part for platform in platforms for part in ("--platform", platform)),
            "-r",
            str(tmp_path / "lock.txt"),
        ],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-1500:]
