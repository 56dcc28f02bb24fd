"""Runs a command and writes what it cost: python -I -S cost.py <report> <program> …

A process of its own, and a small one: on Linux the peak memory of a program begins at that of the process that started it.
"""

import os
import sys
import time

began = time.perf_counter()
child = os.spawnv(os.P_NOWAIT, sys.argv[2], sys.argv[2:])
_, status, used = os.wait4(child, 0)  # the program's own use, and that of the programs it has waited for
with open(sys.argv[1], "w", encoding="utf-8") as report:
    report.write(f"{time.perf_counter() - began} {used.ru_utime + used.ru_stime} {used.ru_maxrss}")
sys.exit(os.waitstatus_to_exitcode(status))
