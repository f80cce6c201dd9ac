"""`course report` on a class that nobody taught.

    python benchmarks/cohort.py [LEARNERS] [LESSONS] [JOBS] [FOLDER]

Makes the class, writes the report, and prints seconds, peak memory and sizes. With FOLDER, class
and report stay there to be looked at.
"""

import resource
import sys
import tempfile
import time
from pathlib import Path

if __name__ == "__main__":
    import ready

    ready.packages("nbgrader", "pytest")
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from course.authoring.release import nbgrader_api
    from course.grading import cohort
    from tests import synthetic_class


def main(learners=300, lessons=25, jobs=2, folder=None):
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(folder or scratch)
        root.mkdir(parents=True, exist_ok=True)
        start = time.perf_counter()
        synthetic_class.make(root, int(learners), int(lessons))
        print(f"the class was made in     {time.perf_counter() - start:6.1f} s")
        start = time.perf_counter()
        read = cohort.read(nbgrader_api(root), int(jobs))
        between = time.perf_counter()
        page = cohort.write(read, root / "reports")
        end = time.perf_counter()
        print(f"{learners} learners, {len(read.submissions)} notebooks, {len(read.grades)} grades")
        print(f"read                      {between - start:6.1f} s")
        print(f"computed and written      {end - between:6.1f} s")
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"peak memory               {memory:6.0f} MB")
        for path in sorted(page.parent.iterdir()):
            print(f"{path.name:25} {path.stat().st_size / 2**20:6.2f} MB")


if __name__ == "__main__":
    main(*sys.argv[1:])
