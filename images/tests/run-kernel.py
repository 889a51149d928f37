"""Starts a Jupyter kernel, runs one cell in it and compares what it prints: run-kernel.py NAME CODE EXPECTED."""

import sys

from jupyter_client.manager import start_new_kernel

ANSWER_WITHIN_SECONDS = 120


def run(name: str, code: str) -> str:
    printed = []

    def collect(message):
        content = message["content"]
        if message["msg_type"] == "stream" and content["name"] == "stdout":
            printed.append(content["text"])
        elif message["msg_type"] == "stream":
            # Libraries log there, and kernels pass on what they log.
            sys.stderr.write(content["text"])
        elif message["msg_type"] == "error":
            printed.append("\n".join(content["traceback"]))

    manager, client = start_new_kernel(kernel_name=name, startup_timeout=ANSWER_WITHIN_SECONDS)
    try:
        client.execute_interactive(code, timeout=ANSWER_WITHIN_SECONDS, output_hook=collect)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    return "".join(printed).strip()


if __name__ == "__main__":
    kernel, code, expected = sys.argv[1:]
    actual = run(kernel, code)
    sys.exit(0 if actual == expected else f"kernel {kernel} printed {actual!r}, not {expected!r}")
