"""`python3 -m course VERB`: makes the environment if it is missing, then runs the verb in it."""

import sys

from course.bootstrap import main

sys.exit(main(sys.argv[1:]))
