"""How a command is stopped from elsewhere."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def stopped_gently() -> Iterator[None]:
    """Whoever ends a command from elsewhere lets it clear up first, as Ctrl+C does."""

    def stop(number: int, _: object) -> None:
        raise KeyboardInterrupt(128 + number)

    is_main = threading.current_thread() is threading.main_thread()  # the only one that Python lets do this
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if is_main and hasattr(signal, name)]
    before = {number: signal.signal(number, stop) for number in numbers if signal.getsignal(number) is signal.SIG_DFL}
    try:
        yield
    finally:
        for number, was in before.items():
            signal.signal(number, was)
