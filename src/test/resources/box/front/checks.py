"""Looks at the front as browsers and programs do. Prints a line for each check: its name, a tab, "ok" or what was found."""

import http.client
import http.cookies
import json
import ssl
import urllib.parse

import websocket

NAME = "ada.ml.example.com"
TENANT = "8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613"
ENTRA = f"https://login.microsoftonline.com/{TENANT}/"
ADA = {"oid": "5d0f8e6a-371b-429c-b405-3e2b6f4c0d83", "tid": TENANT, "preferred_username": "ada@example.com"}
LINK = "/lab/tree/Users/ada/x%20y%2B.ipynb?reset&a=b%2Fc"
TLS = ssl.create_default_context(cafile="/work/ca.pem")
HANDSHAKE = {
    "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "x3JJHMbDL1EzLkh9GBhXDw==",
}
SPOOFED = {
    "X-Forwarded-User": "root", "X-Forwarded-Email": "eve", "X-Forwarded-Groups": "admins", "X-Forwarded-Access-Token": "t",
    "X-Forwarded-Preferred-Username": "eve", "X-Auth-Request-User": "eve", "X-Auth-Request-Email": "eve", "X-Atelier-User": "eve",
    "X-Auth-Request-Groups": "g", "X-Auth-Request-Access-Token": "t", "X-RStudio-Username": "root", "X-WEBAUTH-USER": "root",
    "X-RStudio-User-Identity": "root", "Remote-User": "root", "Remote_User": "root", "X_Forwarded_User": "root",
    "Authorization": "Bearer t", "X-Atelier-Object-Id": "x", "X-Original-URI": "/ping", "X-Forwarded-Uri": "/ping",
    "Forwarded": "for=1", "X-RStudio-Root-Path": "/evil", "X-Forwarded-For": "1.2.3.4", "X-Real-IP": "1.2.3.4",
}


class Answer:
    def __init__(self, response):
        self.status, self.headers, self.body = response.status, response.headers, response.read()
        self.location = response.headers.get("Location", "")


def ask(url, method="GET", headers=None, body=None):
    """One request, no redirect followed; the address of a tunnel is asked on the real port."""
    parts = urllib.parse.urlsplit(url)
    connection = http.client.HTTPSConnection(parts.hostname, 443, context=TLS, timeout=30)
    path = url.split(parts.netloc, 1)[1] or "/"
    connection.putrequest(method, path, skip_host=True)
    for name, value in {"Host": parts.netloc, **(headers or {})}.items():
        connection.putheader(name, value)
    if body is not None:
        connection.putheader("Content-Length", str(len(body)))
    connection.endheaders(body)
    return Answer(connection.getresponse())


class Person:
    """A browser with the cookies of one host."""

    def __init__(self, host=NAME):
        self.host, self.cookies, self.raw = host, {}, []

    def cookie(self):
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def get(self, path, method="GET", headers=None, body=None):
        answer = ask(f"https://{self.host}{path}", method, {"Cookie": self.cookie(), **(headers or {})}, body)
        for line in answer.headers.get_all("Set-Cookie") or []:
            self.raw.append(line)
            for name, morsel in http.cookies.SimpleCookie(line).items():
                self.cookies.pop(name, None)
                if morsel.value:
                    self.cookies[name] = morsel.value
        return answer

    def sign_in(self, claims, link=LINK):
        sent = self.get(link)
        self.asked = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(sent.location).query))
        form = urllib.parse.urlencode({"username": "person", "claims": json.dumps(claims)}).encode()
        back = ask(sent.location, "POST", {"Content-Type": "application/x-www-form-urlencoded"}, form).location
        self.returned = back.partition("?")[0]
        return self.get(back[len(f"https://{self.host}"):])


def upgrade(path, **headers):
    connection = http.client.HTTPSConnection(NAME, 443, context=TLS, timeout=30)
    connection.request("GET", path, headers={**HANDSHAKE, **headers})
    return connection.getresponse().status


def announce(path, method="GET", cookie=""):
    """The answer to who announces a body of 1 GB and sends nothing of it."""
    connection = http.client.HTTPSConnection(NAME, 443, context=TLS, timeout=10)
    connection.request(method, path, headers={"Content-Length": str(10**9), "Cookie": cookie})
    try:
        return connection.getresponse().status
    except TimeoutError:
        return "waits for the body"


def check(name, found, expected):
    print(name, "ok" if found == expected else f"found {found!r}, not {expected!r}", sep="\t", flush=True)


def run_in_kernel(ada, code):
    """What a cell prints, through Jupyter's own web socket; and the kernel's connection file."""
    xsrf = {"X-XSRFToken": ada.cookies["_xsrf"], "Content-Type": "application/json", "Origin": f"https://{NAME}"}
    kernel = json.loads(ada.get("/api/kernels", "POST", xsrf, b"{}").body)["id"]
    socket = websocket.create_connection(
        f"wss://{NAME}/api/kernels/{kernel}/channels", cookie=ada.cookie(), origin=f"https://{NAME}",
        sslopt={"ca_certs": "/work/ca.pem"}, timeout=60)
    header = {"msg_id": "1", "msg_type": "execute_request", "username": "", "session": "s", "version": "5.3"}
    content = {"code": code, "silent": False, "store_history": False, "user_expressions": {}, "allow_stdin": False}
    socket.send(json.dumps({"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}))
    while True:
        message = json.loads(socket.recv())
        if message["msg_type"] in ("stream", "error"):
            return message["content"].get("text", message["content"])


def before_signing_in():
    stranger = Person()
    check("a page sends a stranger to this tenant", stranger.get("/lab").location.startswith(ENTRA), True)
    for name, mode in (("a script", "cors"), ("an image", "no-cors")):
        check(f"{name} of a stranger gets 401", stranger.get("/api/status", headers={"Sec-Fetch-Mode": mode}).status, 401)
    check("a change by a stranger gets 401", stranger.get("/api/contents", "POST").status, 401)
    for path in ("/api/events/subscribe", "/code/", "/rstudio/", "/terminals/websocket/1", "/atelier/status"):
        check(f"a web socket of a stranger gets 401 at {path}", upgrade(path), 401)
    check("spoofed headers open nothing", stranger.get("/lab", headers={**SPOOFED, "User-Agent": "kube-probe"}).status, 302)
    for path in ("/oauth2/auth", "/oauth2/userinfo", "/oauth2/", "/oauth2/%61uth", "/oauth2/static/..%2fauth"):
        check(f"nothing is told at {path}", stranger.get(path).status, 404)
    for path in ("/atelier/internal/authorize", "/atelier/internal/not-signed-in.html", "/atelier/internal/unavailable.html"):
        check(f"only nginx itself reaches {path}", stranger.get(path).status, 404)
    check("health needs no sign-in", stranger.get("/atelier/health").status, 200)
    for method, path, status in (
        ("GET", "/lab", 401), ("POST", "/lab", 401), ("POST", "/oauth2/start", 413), ("GET", "/oauth2/callback", 413),
        ("POST", "/oauth2/sign_out", 413), ("GET", "/atelier/health", 413), ("POST", "/atelier/hold", 413),
    ):
        check(f"nobody's body is kept: {method} {path}", announce(path, method), status)
    for host in ("other.example.com", f"{NAME}:9443", f"{NAME}.evil.example"):
        check(f"the name {host} is refused", ask(f"https://{NAME}/lab", headers={"Host": host}).status, 421)


def signing_in():
    ada = Person()
    back = ada.sign_in(ADA)
    check("the link survives the sign-in", back.location, f"https://{NAME}{LINK}")
    asked = {
        "scope": "openid profile", "code_challenge_method": "S256", "response_type": "code",
        "redirect_uri": f"https://{NAME}/oauth2/callback",
    }
    check("what is asked of Entra", {key: ada.asked.get(key) for key in asked}, asked)
    flags = next(line for line in ada.raw if line.startswith("__Host-atelier="))
    wanted = {"Path=/", "HttpOnly", "Secure", "SameSite=Lax"}
    check("the session's flags", (wanted - set(flags.split("; ")), "Domain" in flags), (set(), False))
    tunnel = Person(f"{NAME}:8443")
    back = tunnel.sign_in(ADA)
    check("the link survives the sign-in through a tunnel", back.location, f"https://{NAME}:8443{LINK}")
    check("a tunnel comes back to its own port", tunnel.returned, f"https://{NAME}:8443/oauth2/callback")
    stranger = {**ADA, "tid": "00000000-0000-4000-8000-000000000000"}
    refused = Person().sign_in(stranger)
    check("another tenant's person is refused and told so", (refused.status, b"<h1>You are not signed in</h1>" in refused.body), (403, True))
    check("a token without object id is refused", Person().sign_in({"tid": TENANT, "preferred_username": "x"}).status, 500)
    eve = Person()
    eve.sign_in({**ADA, "oid": "00000000-0000-4000-8000-00000000dead"})
    refused = eve.get("/lab")
    check("who may not is told so", (refused.status, refused.body), (403, b"<title>Refused</title>"))
    check("the body of who may not is not kept", announce("/api/contents", "POST", eve.cookie()), 403)
    return ada


def signed_in(ada):
    own = {"Origin": f"https://{NAME}"}
    page = ada.get("/lab")
    check("JupyterLab opens", (page.status, b"JupyterLab" in page.body), (200, True))
    check("JupyterLab has the banner", page.body.count(b'/atelier/banner.js'), 1)
    check("Notebook opens", ada.get("/tree").status, 200)
    page = ada.get("/code/?folder=/files")
    check("VS Code opens with the banner", (page.status, page.body.count(b'/atelier/banner.js')), (200, 1))
    check("VS Code has no proxy to ports", ada.get("/code/proxy/18090/").status, 403)
    home = ada.get("/atelier/")
    check("the home page opens", (home.status, home.headers["X-Atelier-User"]), (200, "ada@example.com"))
    check("nobody may frame it", home.headers["X-Frame-Options"], "DENY")
    check("its policy says so too", home.headers["Content-Security-Policy"].endswith("frame-ancestors 'none'"), True)
    check("HSTS", home.headers["Strict-Transport-Security"], "max-age=31536000")
    check("no version is told", home.headers["Server"], "nginx")
    for path in ("/api/events/subscribe", "/code/?reconnectionToken=x"):
        check(f"a web socket opens at {path}", upgrade(path, Cookie=ada.cookie(), **own), 101)
        for origin in ("https://evil.example", "null", f"http://{NAME}", f"https://{NAME}.evil.example", f"https://{NAME}:8443"):
            check(f"a web socket from {origin} is refused at {path}", upgrade(path, Cookie=ada.cookie(), Origin=origin), 403)
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        elsewhere = {"Origin": "https://evil.example"}
        check(f"{method} from elsewhere is refused", ada.get("/api/contents/x", method, elsewhere).status, 403)
    check("a form from elsewhere is refused", ada.get("/oauth2/sign_out", "POST", {"Sec-Fetch-Site": "cross-site"}).status, 403)
    seen = json.loads(ada.get("/rstudio/a%20b?c=d", headers={**SPOOFED, **own}).body)
    plain = {name.replace("_", "-").lower() for name in SPOOFED}
    left = {name for name in seen["headers"] if name.replace("_", "-").lower() in plain}
    set_by_nginx = {"X-Forwarded-For", "X-Real-IP", "X-RStudio-Root-Path"}
    check("an application gets none of the spoofed headers", left - set_by_nginx, set())
    addresses = (seen["headers"]["X-Real-IP"], seen["headers"]["X-Forwarded-For"])
    check("an application learns the address from nginx", addresses, ("127.0.0.1", "127.0.0.1"))
    place = (seen["path"], seen["headers"]["X-RStudio-Root-Path"])
    check("RStudio learns its place from nginx", place, ("/a%20b?c=d", "/rstudio"))
    check("an application gets its own cookies", "_xsrf=" in seen["headers"]["Cookie"], True)
    check("the session stays with nginx", "__Host-atelier=" in seen["headers"]["Cookie"], False)
    spoofed = {**own, "Content-Type": "application/json", "X-Atelier-User": "eve"}
    hold = json.loads(ada.get("/atelier/hold", "POST", spoofed, b'{"hours":1}').body)
    check("the watch learns who holds", (hold["body"], hold["headers"]["X-Atelier-User"]), ('{"hours":1}', "ada@example.com"))
    xsrf = {**own, "X-XSRFToken": ada.cookies["_xsrf"], "Content-Type": "application/json"}
    upload = json.dumps({"type": "file", "format": "text", "content": "x" * 3_000_000}).encode()
    check("a signed-in person uploads", ada.get("/api/contents/Users/ada/large.txt", "PUT", xsrf, upload).status, 201)
    cell = "import ipykernel.kernelapp as k; print(k.IPKernelApp.instance().transport)"
    check("a kernel runs, over a socket", run_in_kernel(ada, cell), "ipc\n")


def signing_out(ada):
    check("a link signs nobody out", ada.get("/oauth2/sign_out").status, 405)
    out = ada.get("/oauth2/sign_out?rd=https://evil.example", "POST", {"Origin": f"https://{NAME}"}, b"")
    check("signing out ends at Entra", (out.status, out.location), (302, f"{ENTRA}oauth2/v2.0/logout"))
    check("the session is gone", "__Host-atelier" in ada.cookies, False)
    check("the next page asks again", ada.get("/lab").location.startswith(ENTRA), True)


before_signing_in()
ada = signing_in()
signed_in(ada)
signing_out(ada)
