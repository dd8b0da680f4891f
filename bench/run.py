"""`make bench`: speed end to end, time expressions against the peers, quality. Exit 1 where a floor is missed."""

import sys

import dates
import quality
import speed

if __name__ == "__main__":
    sys.exit(max([speed.main(), dates.main(), quality.main()]))
