"""What the child may use, laid on by itself before it reads anything: memory, time, and no files of its own.

POSIX has resource limits for it, Windows a job object that the process puts itself into (Win32, Job Objects).
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Final

MEMORY: Final = 512 * 1024 * 1024
SECONDS: Final = 10  # for one file

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _PROCESS_TIME: Final = 0x2
    _ACTIVE_PROCESS: Final = 0x8
    _PROCESS_MEMORY: Final = 0x100
    _DIE_ON_EXCEPTION: Final = 0x400
    _KILL_ON_CLOSE: Final = 0x2000
    _EXTENDED: Final = 9  # JobObjectExtendedLimitInformation
    _TICKS: Final = 10_000_000  # 100 ns each

    class _Basic(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _Extended(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _Basic),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    class Limits:
        """The job object this process is in; it ends with the process."""

        def __init__(self) -> None:
            self._kernel = ctypes.WinDLL("kernel32", use_last_error=True)
            self._kernel.CreateJobObjectW.restype = wintypes.HANDLE
            self._kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, wintypes.LPCWSTR)
            self._kernel.GetCurrentProcess.restype = wintypes.HANDLE
            self._kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
            self._kernel.SetInformationJobObject.argtypes = (
                wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD,
            )  # fmt: skip
            self._job = self._kernel.CreateJobObjectW(None, None)
            self.renew()
            if not self._kernel.AssignProcessToJobObject(self._job, self._kernel.GetCurrentProcess()):
                raise ctypes.WinError(ctypes.get_last_error())

        def renew(self) -> None:
            """Grants the time for one file more."""
            said = _Extended()
            basic = said.BasicLimitInformation
            basic.LimitFlags = (
                _PROCESS_TIME | _ACTIVE_PROCESS | _PROCESS_MEMORY | _DIE_ON_EXCEPTION | _KILL_ON_CLOSE
            )
            basic.PerProcessUserTimeLimit = int((time.process_time() + SECONDS + 1) * _TICKS)
            basic.ActiveProcessLimit = 1
            said.ProcessMemoryLimit = MEMORY
            size = ctypes.sizeof(said)
            if not self._kernel.SetInformationJobObject(self._job, _EXTENDED, ctypes.byref(said), size):
                raise ctypes.WinError(ctypes.get_last_error())

    def peak() -> int:
        """The most memory used so far in bytes; not asked for here."""
        return 0

else:
    import resource

    class Limits:
        """The resource limits of this process: it writes no files, and leaves none when it dies."""

        def __init__(self) -> None:
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core file would hold what was read
            self.renew()

        def renew(self) -> None:
            """Grants the time for one file more."""
            seconds = int(time.process_time()) + SECONDS + 1
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))

    def peak() -> int:
        """The most memory used so far in bytes."""
        status = Path("/proc/self/status")
        if status.exists():  # there rusage counts what whoever started it had in memory, too
            return int(status.read_text(encoding="ascii").partition("VmHWM:")[2].split()[0]) * 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # bytes on macOS
