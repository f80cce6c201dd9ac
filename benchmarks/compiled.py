"""For benchmarks that start kernels.

Where Python may not keep compiled modules, every kernel compiles pandas anew and seems twice as
slow as it is.
"""

import sys


def needed():
    """Ends the script where compiled modules are not kept."""
    if sys.dont_write_bytecode:
        sys.exit("unset PYTHONDONTWRITEBYTECODE, and run this once before you believe its numbers")
