import Kernel

/// What was refused for want of the right, as forged or as too much is a security event (Cybersecurity Law, art. 21).
extension WebServer {
    /// So many of one caller, and of all: a flood of refusals is seen by its first ones and does not fill the store.
    private static let eventsPerCaller = RateLimit(burst: 20, refillMilliseconds: 60_000)
    private static let eventsInAll = RateLimit(burst: 600, refillMilliseconds: 1_000)

    /// Called with every answer. Nothing the caller sees depends on it.
    func remember(_ status: Int, _ trace: Trace, _ context: HTTPContext) async {
        let forged = [ServerRejection.foreignForm.number, ServerRejection.foreignSite.number]
        let kind: SecurityEventKind
        switch status {
        case 403: kind = trace.refusal.map(forged.contains) == true ? .forged : .denied
        case 429: kind = .slowed
        default: return
        }
        let now = access.machineNow
        let whence = trace.caller?.whence ?? Whence(address: context.address)
        let name = trace.caller?.name ?? "address:\(context.address)"
        let wait = await limiter.take(
            [("event/\(name)", Self.eventsPerCaller), ("event/all", Self.eventsInAll)], at: now)
        guard wait == 0 else { return }
        let detail = [trace.pattern, trace.refusal.map(String.init)].compactMap { $0 }.joined(separator: " ")
        // The answer stands whether this can be written or not.
        try? await signIn.record(
            kind, of: trace.caller?.session?.person, trace.caller?.session?.way, from: whence, at: now, detail: detail)
    }
}
