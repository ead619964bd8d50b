#!/usr/bin/env python3
"""Runs an input file through EPA SWMM (swmm-toolkit) and prints the last depth of each pipe in metres: `name depth`."""
import os
import sys
import tempfile

from swmm.toolkit import output, shared_enum, solver

with tempfile.TemporaryDirectory() as folder:
    report, results = f"{folder}/run.rpt", f"{folder}/run.out"
    # The engine writes its progress to standard output, past Python.
    kept = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    solver.swmm_run(sys.argv[1], report, results)
    os.dup2(kept, 1)
    handle = output.init()
    output.open(handle, results)
    pipes = output.get_proj_size(handle)[2]
    last = output.get_times(handle, shared_enum.Time.NUM_PERIODS) - 1
    for number in range(pipes):
        name = output.get_elem_name(handle, shared_enum.ElementType.LINK, number)
        depth = output.get_link_attribute(handle, last, shared_enum.LinkAttribute.FLOW_DEPTH)[number]
        print(name, depth)
    output.close(handle)
