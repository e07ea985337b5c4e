"""Run one step of the recipe (recipe.mk) and write down what it took.

In:  a table to add to, the step's name, a command.
Out: the command's status; a line of the table: name, seconds, seconds of computing (of all cores together), MiB at most.
"""
import resource
import subprocess
import sys
import time

table, name, *command = sys.argv[1:]
start, status = time.time(), subprocess.run(command).returncode
took = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(table, "a", encoding="utf-8") as f:
    f.write(f"{name}\t{time.time() - start:.0f}\t{took.ru_utime + took.ru_stime:.0f}\t{took.ru_maxrss >> 10}\n")
sys.exit(status)
