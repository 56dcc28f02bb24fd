"""Types of entries, with bounds: what a phone dials, what an address answers, which days can be."""
