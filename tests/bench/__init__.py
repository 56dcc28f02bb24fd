"""Measurements, not checks: what a page weighs, when it paints, how long a build takes; `make bench` prints them."""
