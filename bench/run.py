"""`make bench`: speed, then quality. Exit 1 where a floor is missed."""

import sys

import quality
import speed

if __name__ == "__main__":
    sys.exit(speed.main() or quality.main())
