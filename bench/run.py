"""`make bench`: speed end to end, pages, time expressions against the peers, quality. Exit 1 where a floor is missed."""

import sys

import dates
import pages
import quality
import speed

if __name__ == "__main__":
    sys.exit(max([speed.main(), pages.main(), dates.main(), quality.main()]))
