"""Two folders, or two files, exchanged in one step by the system, where it can."""

import ctypes
import errno
import os
import sys
from pathlib import Path

AT_FDCWD, IN_ONE_STEP = -100, 2  # RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS
CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EXDEV}  # the system, or the file system


def exchange(one: Path, other: Path) -> bool:
    """Exchanges them, and gives whether the system can. Raises OSError where it may not.

    Sources: renameat2(2) on Linux; renamex_np(2) on macOS.
    """
    names = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux" and (call := getattr(_libc(), "renameat2", None)):
        failed = call(AT_FDCWD, names[0], AT_FDCWD, names[1], IN_ONE_STEP)
    elif sys.platform == "darwin" and (call := getattr(_libc(), "renamex_np", None)):
        failed = call(*names, IN_ONE_STEP)
    else:
        return False
    if failed and (number := ctypes.get_errno()) not in CANNOT:
        raise OSError(number, os.strerror(number), str(one), None, str(other))
    return not failed


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
