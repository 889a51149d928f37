"""Stands in for the agent: authorize believes oauth2-proxy and refuses one person, the watch answers with what it was sent."""

import http.server
import json
import threading
import urllib.error
import urllib.request

REFUSED = "00000000-0000-4000-8000-00000000dead"


class Agent(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, headers=(), body=b""):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Authorize(Agent):
    def do_GET(self):
        if self.path == "/refused":
            self.answer(403, [("Content-Type", "text/html")], b"<title>Refused</title>")
            return
        asked = urllib.request.Request("http://127.0.0.1:4180/oauth2/auth", headers={"Cookie": self.headers.get("Cookie", "")})
        try:
            with urllib.request.urlopen(asked) as session:
                self.decide(session.headers["X-Auth-Request-Email"], session.headers["X-Auth-Request-Preferred-Username"])
        except urllib.error.HTTPError:
            self.answer(401)

    def decide(self, person, name):
        if person == REFUSED:
            self.answer(403)
        else:
            self.answer(204, [("X-Atelier-Object-Id", person), ("X-Atelier-User", name)])


class Watch(Agent):
    def do_GET(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        seen = {"method": self.command, "path": self.path, "headers": dict(self.headers), "body": body}
        self.answer(200, [("Content-Type", "application/json")], json.dumps(seen).encode())

    do_POST = do_DELETE = do_GET


for port, handler in ((4181, Authorize), (4183, Watch)):
    threading.Thread(target=http.server.ThreadingHTTPServer(("127.0.0.1", port), handler).serve_forever).start()
