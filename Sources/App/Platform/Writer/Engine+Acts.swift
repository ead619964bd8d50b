import Kernel
import Storage

/// Acts of the clock that are not carried out at their hour (decision record 0194).
extension Engine {
    /// Runs an act with its mark set, so that a program which does not survive it leaves word of it.
    func marked<Result>(_ place: WaitingCommand.Place, _ body: () throws -> Result) throws -> Result {
        try parts.mark?.during(chain(to: place), body) ?? body()
    }

    /// The act and the acts of the clock that caused it, nearest first: what is due at the instant of its cause stands in no
    /// committed row, so that the next program finds its cause alone.
    private func chain(to place: WaitingCommand.Place) -> [WaitingCommand.Place] {
        var chain = [place]
        var entry = place.entry
        while chain.count < ActMark.mostCauses, let cause = causes.last(where: { $0.entries.contains(entry) }) {
            chain.append(cause.act)
            entry = cause.act.entry
        }
        return chain
    }

    /// Remembers which entries an act made, for as long as they may still be on their way to the store.
    func remember(_ act: WaitingCommand.Place, madeSince first: Int64) {
        guard size > first else { return }
        causes.append((first..<size, act))
        if causes.count > 512 { causes.removeFirst(256) }
    }

    /// Whether the refusal ends the matter: the act's own rule says that there is nothing to do any more (an auction that
    /// was moved has another end by now). Kernel's reasons, the house's own, and those of what follows from the act do not.
    func isOver(_ rejection: Rejection) -> Bool {
        !isUndone && rejection.flattened.allSatisfy { $0.number >= 1_300 }
    }

    /// Done, or over: neither due nor set aside any more.
    func finish(_ waiting: WaitingCommand, in tx: any WriteTransaction) throws {
        try DueStore.remove(waiting, in: tx)
        postponed[waiting.place] = nil
        if aside.remove(waiting.place) != nil { try ActStore(keys: parts.keys).remove(waiting.place, in: tx) }
    }

    /// A refused act keeps its place. What waits for a calendar is tried again once an hour and goes on by itself; the
    /// rest until the administrator says so.
    func setAside(_ waiting: WaitingCommand, _ rejection: Rejection, at instant: Instant, in tx: any WriteTransaction)
        throws
    {
        let unknown = KernelRejection.unknownYear(year: 0).number
        let waits = rejection.flattened.contains { $0.number == unknown }
        if waits { postponed[waiting.place] = Postponed(hourAfter: max(instant, waiting.at)) }
        let act = ActSetAside(
            waiting, since: max(instant, waiting.at), .refused, number: waits ? unknown : rejection.number,
            goesOnByItself: waits)
        try note(act, in: tx)
    }

    /// The store refused the act twice: it is left alone for a while.
    func postpone(_ waiting: WaitingCommand, _ reason: String, until instant: Instant, in tx: any WriteTransaction)
        throws
    {
        let next = Postponed(after: postponed[waiting.place], at: max(instant, waiting.at))
        postponed[waiting.place] = next
        parts.report("due \(waiting.name) failed, again in \(next.seconds) s: \(reason)")
        try note(
            ActSetAside(waiting, since: max(instant, waiting.at), .failed, goesOnByItself: true), in: tx)
    }

    /// The administrator's word: the act is due again. False when it is not set aside.
    func release(_ place: WaitingCommand.Place, in tx: any WriteTransaction) throws -> Bool {
        guard aside.remove(place) != nil, let waiting = try DueStore.find(place, in: tx) else { return false }
        postponed[place] = nil
        try ActStore(keys: parts.keys).remove(place, in: tx)
        comeDue(waiting.at)
        return true
    }

    /// Written once; while it only goes on being refused, nothing is.
    private func note(_ act: ActSetAside, in tx: any WriteTransaction) throws {
        guard aside.insert(act.place).inserted else { return }
        try ActStore(keys: parts.keys).save(act, in: tx)
        parts.report(act.words)
    }
}

extension ActSetAside {
    /// For the program's log; the arguments are not in it.
    var words: String {
        let number = number.map { " with \($0)" } ?? ""
        let next = goesOnByItself ? "it goes on by itself" : "it waits for the administrator (/clock)"
        return "due \(command) of entry \(entry) is set aside, \(reason.rawValue)\(number): \(next)"
    }
}
