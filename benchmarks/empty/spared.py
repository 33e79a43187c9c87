"""The tuned empty page, spared what ours is spared, by the same functions and server (decision 33)."""

import gc
import sys

from benchmarks.empty.server import app
from smp_planner.serving.command import serve
from smp_planner.views.handed_over import hand_over_together
from smp_planner.views.same_run import let_runs_walk_others
from smp_planner.views.spared_work import spare_work
from smp_planner.views.told_by_hash import tell_by_hash_once_kept

if __name__ == "__main__":
    gc.set_threshold(20_000)  # as seldom as smp_planner/server.py looks
    spare_work()
    hand_over_together()
    tell_by_hash_once_kept()
    let_runs_walk_others()
    serve(app, sys.argv[1:])
