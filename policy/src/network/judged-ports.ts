import { Intervals } from "./intervals";
import { everyPort, port, ports } from "./ports";
import { Protocol } from "./traffic";

export const ssh = port(22);
export const rdp = port(3389);
export const https = port(443);

/**
 * Ports of what runs on a workstation and of what attackers look for in a cloud: RStudio, Jupyter, proxies, SMB, NFS, remote
 * management of Windows, its agent (OMI), Docker and Kubernetes.
 */
export const services = ports(8787, 8888, 8080, 4180, 445, 2049, 5985, 5986, 1270, 2375, 6443);

/** The ports that have no rule of their own: all but HTTPS, RDP, those of services and, over TCP, SSH. */
export function otherPorts(protocol: Protocol): Intervals {
    const own = Intervals.union([https, rdp, services, protocol === "Tcp" ? ssh : Intervals.none]);
    return everyPort.minus(own);
}
