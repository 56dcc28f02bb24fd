"""What git knows of the project; nothing where there is no git, or no history."""

import subprocess
from pathlib import Path


def git(root: Path, *words: str) -> str | None:
    """What git says; None where there is no git, no history, or nothing of that name."""
    try:
        return subprocess.run(["git", "-C", str(root), *words], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None


def date_of_commit(root: Path) -> str:
    """Seconds since 1970 of the last commit, so that two builds of one commit are the same; '0' without git."""
    return (git(root, "log", "-1", "--format=%ct") or "").strip() or "0"
