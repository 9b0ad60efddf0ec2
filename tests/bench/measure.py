"""Timing two things side by side, so that what is printed is a ratio from one run."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: Big directories are made once and kept here (build/ is not in Git).
KEPT = ROOT / "build" / "bench"


@dataclass(frozen=True)
class Figure:
    """One line of the table: ours against the bare thing, in ``unit``, and what to reach."""

    name: str
    ours: float
    bare: float
    unit: str
    reach: float
    against: str

    @property
    def ratio(self) -> float:
        """Ours as a multiple of the bare thing."""
        return self.ours / self.bare

    @property
    def reached(self) -> bool:
        """Whether the ratio is good enough."""
        return self.ratio <= self.reach


@dataclass(frozen=True)
class Absolute(Figure):
    """A figure with a limit of its own; ``reach`` is in its unit."""

    @property
    def reached(self) -> bool:
        """Whether it is short enough."""
        return self.ours <= self.reach


@dataclass(frozen=True)
class AtLeast(Absolute):
    """A figure that should be ``reach`` or more."""

    @property
    def reached(self) -> bool:
        """Whether it is large enough."""
        return self.ours >= self.reach


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def side_by_side(
    ours: Callable[[], float], bare: Callable[[], float], times: int
) -> tuple[float, float]:
    """The medians of both, measured in turns, so that a busy machine slows both alike."""
    pairs = [(ours(), bare()) for _ in range(times)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def environment(**more: str) -> dict[str, str]:
    """An environment for a child: offscreen, with bytecode."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"QT_QPA_PLATFORM": "offscreen"} | more


def spawn(*command: str, **more: str) -> subprocess.Popen[str]:
    """Start a Python child whose standard output is read line by line."""
    return subprocess.Popen(
        [sys.executable, *command],
        env=environment(**more),
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def resident_mib(process_id: int) -> float:
    """Resident memory of a process (Linux)."""
    status = Path(f"/proc/{process_id}/status").read_text("ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def machine() -> str:
    """What was measured on."""
    model = "unknown processor"
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = [line for line in cpuinfo.read_text("utf-8").splitlines() if "model name" in line]
        model = names[0].split(":", 1)[1].strip() if names else model
    system = " ".join(os.uname()[index] for index in (0, 2, 4))
    return f"{model}, {os.cpu_count()} cores, {system}, Python {sys.version.split()[0]}"
