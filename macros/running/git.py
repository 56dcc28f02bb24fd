"""What git knows of the project; nothing where there is no git, or no history."""

import os
import subprocess
from pathlib import Path

# What it sees of the environment: the rest, such as GIT_DIR, could make it speak of another project.
PASSED = ("PATH", "HOME", "XDG_CONFIG_HOME", "USERPROFILE", "SYSTEMROOT")


def git(root: Path, *words: str) -> str | None:
    """What git says; None where there is no git, no history, or nothing of that name."""
    environment = {name: os.environ[name] for name in PASSED if name in os.environ}
    command = ["git", "-C", str(root), *words]
    try:
        said = subprocess.run(command, capture_output=True, check=True, env=environment).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    return said.decode("utf-8", "replace")


def date_of_commit(root: Path) -> str:
    """Seconds since 1970 of the last commit, so that two builds of one commit are the same; '0' without git."""
    return (git(root, "log", "-1", "--format=%ct") or "").strip() or "0"
