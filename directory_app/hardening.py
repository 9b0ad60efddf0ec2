"""What of this process may end up on a disk, or be read from outside while it runs.

A program that crashes leaves its memory in a file, or sends it to whoever collects crashes: in
ours stands the key, and what was unlocked with it. So no dump is made of it. On Linux it is
made "not dumpable" besides: systemd's collector, which is not bound by the limit of a dump's
size, gets nothing then, and no other program of the same user may look into its memory.

Windows and macOS: what is here for them was written from their documentation, and never run
by us.
"""

import contextlib
import sys

#: Of <sys/prctl.h>.
_PR_SET_DUMPABLE = 4
#: Of Windows' errhandlingapi.h: no box that offers to send a crash, none about a missing disk.
_SEM_FAILCRITICALERRORS, _SEM_NOGPFAULTERRORBOX = 0x0001, 0x0002
#: Of Windows' werapi.h: leave the heap out of what is reported of a crash.
_WER_FAULT_REPORTING_FLAG_NOHEAP = 0x0001


def no_core_dumps() -> None:
    """Let no crash write our memory into a file. Before anything secret is read."""
    if sys.platform == "win32":
        _windows()
        return
    import resource

    with contextlib.suppress(OSError, ValueError):  # a lower hard limit is as good
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def not_dumpable() -> None:
    """Let nobody but the system's keeper (root) look into our memory. Linux alone has it.

    ``/proc/PID`` belongs to root from then on. xdg-desktop-portal looks there to learn who
    asks, and refuses whom it has not met before: see ui/portal.py. Processes that we start are
    as they would have been: this ends where another program begins.
    """
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def _windows() -> None:
    """No box that offers to send a crash, and no heap in what Windows keeps of one."""
    import ctypes

    library = getattr(ctypes, "windll")  # noqa: B009 - only Windows' ctypes has it
    with contextlib.suppress(OSError, AttributeError):
        library.kernel32.SetErrorMode(_SEM_FAILCRITICALERRORS | _SEM_NOGPFAULTERRORBOX)
    with contextlib.suppress(OSError, AttributeError):
        library.wer.WerSetFlags(_WER_FAULT_REPORTING_FLAG_NOHEAP)
