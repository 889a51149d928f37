"""Answers 503 so many times, then `content`: flaky_server.py FAILURES FILE; writes one line a request into FILE."""

import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

failures, log = int(sys.argv[1]), open(sys.argv[2], "w", buffering=1)


class Flaky(BaseHTTPRequestHandler):
    asked = 0

    def do_GET(self):
        Flaky.asked += 1
        log.write(self.path + "\n")
        failing = Flaky.asked <= failures
        self.send_response(503 if failing else 200)
        self.end_headers()
        if not failing:
            self.wfile.write(b"content\n")

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), Flaky)
print(server.server_port, flush=True)
server.serve_forever()
