# What is wrong with a document of a workstation, one line for each; nothing when it is sound. The form: atelier.boot.UserData.
# \A and \z are the ends of the text; ^ and $ would let a line end through.

def text($pattern): type == "string" and test("\\A(?:" + $pattern + ")\\z");
def name: text("[a-z](?:-?[a-z0-9]){0,62}");
def guid: text("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
def host: text("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}") and length <= 253;
def group: text("[A-Za-z0-9_-][A-Za-z0-9_.-]{0,88}[A-Za-z0-9_-]");
def segment: "[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,88}[A-Za-z0-9_-])?";
def workspace: text("/subscriptions/[0-9a-f-]{36}/resourceGroups/" + segment
    + "/providers/Microsoft\\.MachineLearningServices/workspaces/" + segment);
def key_type: "(?:ssh-ed25519|sk-ssh-ed25519@openssh\\.com|ecdsa-sha2-nistp(?:256|384|521)|ssh-rsa)";
def public_key: text(key_type + " [A-Za-z0-9+/]{32,4096}={0,2}(?: [^\\x00-\\x1f\\x7f]{0,256})?");
def duration: text("never|PT[0-9]{1,2}H|PT(?:[0-9]{1,2}H)?[0-9]{1,4}M");
def clock: text("(?:[01][0-9]|2[0-3]):[0-5][0-9]");
def weekly: type == "object" and (keys == ["days", "start", "stop", "timeZone"])
    and (.days | type == "array" and length > 0 and all(.[]; text("Mon|Tue|Wed|Thu|Fri|Sat|Sun")))
    and (.start | clock) and (.stop | clock) and (.timeZone | text("[A-Za-z0-9_+-]{1,32}(?:/[A-Za-z0-9_+-]{1,32}){0,2}"));

def known($path; $allowed): getpath($path) as $value
    | if $value == null then empty
      elif ($value | type) != "object" then "\($path | join(".")): not an object"
      else ($value | keys[] | . as $key | select($allowed | index([$key]) | not)
          | "\($path + [$key] | join(".")): not known in format 1") end;
def wants($path; sound): getpath($path) as $value
    | if ($value | sound) then empty else "\($path | join(".")): \($value | tojson | .[0:200]) is not allowed" end;

def shape:
    known([]; ["format", "workstation", "host", "machine", "access", "identities", "files", "ssh", "idleAfter", "schedule",
        "certificate"]),
    known(["machine"]; ["subscriptionId", "resourceGroup", "name", "image"]),
    known(["access"]; ["tenantId", "signInClientId", "workspaceId", "owner", "contact"]),
    known(["identities"]; ["agent", "notebook", "signin"]),
    known(["files"]; ["account", "share"]),
    known(["ssh"]; ["enabled", "account", "publicKey"]),
    known(["certificate"]; ["vault", "name"]);

def values:
    wants(["format"]; . == 1),
    wants(["workstation"]; name),
    wants(["host"]; host),
    wants(["machine", "subscriptionId"]; guid),
    wants(["machine", "resourceGroup"]; group),
    wants(["machine", "name"]; text("[A-Za-z0-9][A-Za-z0-9-]{0,63}")),
    wants(["machine", "image"]; text("[0-9]{1,10}\\.[0-9]{1,10}\\.[0-9]{1,10}")),
    wants(["access", "tenantId"]; guid),
    wants(["access", "signInClientId"]; guid),
    wants(["access", "workspaceId"]; workspace),
    wants(["access", "owner"]; . == null or guid),
    wants(["access", "contact"]; text("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,255}")),
    wants(["identities", "agent"]; guid),
    wants(["identities", "notebook"]; guid),
    wants(["identities", "signin"]; guid),
    wants(["files", "account"]; text("[a-z0-9]{3,24}")),
    wants(["files", "share"]; text("[a-z0-9](?:-?[a-z0-9]){2,62}")),
    wants(["ssh", "enabled"]; type == "boolean"),
    wants(["ssh", "account"]; . == "azureuser"),
    (if .ssh.enabled == true then wants(["ssh", "publicKey"]; public_key)
     else wants(["ssh", "publicKey"]; . == null) end),
    wants(["idleAfter"]; duration),
    wants(["schedule"]; . == "never" or weekly),
    (if has("certificate") then
        wants(["certificate", "vault"]; text("https://[a-z][a-z0-9-]{1,22}[a-z0-9]\\.vault\\.azure\\.net/?")),
        wants(["certificate", "name"]; text("[A-Za-z0-9-]{1,127}"))
     else empty end);

# What has not the right shape is not read any further.
if type != "object" then "the document is no object" else ([shape] | if length > 0 then .[] else empty end),
    (if ([shape] | length) == 0 then values else empty end) end
