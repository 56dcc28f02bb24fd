"""The project's folder, and what to say of a file in it that is not as it was."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
PUT_BACK = "put it back from the last good version"
