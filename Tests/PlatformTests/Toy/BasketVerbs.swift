import Kernel
import Storage

struct AddApples: BasketCommand {
    static let name = "addApples"
    static let title = Message(zh: "放苹果", en: "Add apples")
    static let access: Access = [.anywhere(.administrator), .own(.villageClerk), .installation]
    static let refusals: [Basket.Refusal] = []
    let basket: BasketID
    let count: Int64
    var division = DivisionID("here")
    var note: String?

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            basket: pass.value("basket", \.basket), count: pass.value("count", \.count),
            division: pass.optional("division", \.division), note: pass.optional("note", \.note))
    }

    func place(_ state: Basket.State, _ facts: NoFacts) -> DivisionID? { division }

    func decide(_ state: Basket.State, _ facts: NoFacts, _ context: Context) -> [any Event<Basket>] {
        [ApplesChanged(basket: basket, change: count, note: note)]
    }
}

struct TakeApples: BasketCommand {
    static let name = "takeApples"
    static let title = Message(zh: "取苹果", en: "Take apples")
    static let access: Access = [.anywhere(.administrator, .bidder), .installation]
    static let refusals: [Basket.Refusal] = [.notEnough]
    let basket: BasketID
    let count: Int64

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(basket: pass.value("basket", \.basket), count: pass.value("count", \.count))
    }

    func facts(on state: Basket.State, _ context: Context, in tx: any ReadTransaction) throws -> NoFacts {
        // A reading that fails on every store.
        if count == 78 { _ = try tx.rows("SELECT abs(-9223372036854775807 - 1)") }
        return NoFacts()
    }

    func decide(_ state: Basket.State, _ facts: NoFacts, _ context: Context) throws(Rejection) -> [any Event<Basket>] {
        guard state.apples >= count else { throw Basket.Refusal.notEnough() }
        return [ApplesChanged(basket: basket, change: -count, note: nil)]
    }
}

struct ApplesChanged: BasketEvent {
    static let name = "applesChanged"
    let basket: BasketID
    let change: Int64
    let note: String?

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            basket: pass.value("basket", \.basket), change: pass.value("change", \.change),
            note: pass.optional("note", \.note))
    }

    func change(_ state: inout Basket.State, at instant: Instant) { state.apples += change }

    func write(_ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.run("UPDATE basket SET apples = apples + \(change) WHERE id = \(basket)")
        // A row the table refuses; a store that gathers rows finds out late.
        if change == 77 { try tx.append([.text(basket.text), .integer(0), .null, .null], to: "basket") }
    }
}

struct SetTimer: BasketCommand {
    static let name = "setTimer"
    static let title = Message(zh: "定时", en: "Set a timer")
    static let access: Access = .anywhere(.administrator)
    static let refusals: [Basket.Refusal] = []
    let basket: BasketID
    let at: Instant

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(basket: pass.value("basket", \.basket), at: pass.value("at", \.at))
    }

    func decide(_ state: Basket.State, _ facts: NoFacts, _ context: Context) -> [any Event<Basket>] {
        [TimerSet(basket: basket, at: at)]
    }
}

struct TimerSet: BasketEvent {
    static let name = "timerSet"
    let basket: BasketID
    let at: Instant

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(basket: pass.value("basket", \.basket), at: pass.value("at", \.at))
    }

    func due(_ state: Basket.State, at instant: Instant) -> [Due<Basket>] { [Due(at: at, Ring(basket: basket))] }
    func write(_ entry: EntryHeader, in tx: any WriteTransaction) {}
}

struct Ring: BasketCommand {
    static let name = "ring"
    static let title = Message(zh: "响铃", en: "Ring")
    static let access: Access = .installation
    static let refusals: [Basket.Refusal] = [.alreadyRung]
    let basket: BasketID

    static func fields(_ pass: inout FieldPass<Self>) -> Self { Self(basket: pass.value("basket", \.basket)) }

    func decide(_ state: Basket.State, _ facts: NoFacts, _ context: Context) throws(Rejection) -> [any Event<Basket>] {
        guard !state.hasRung else { throw Basket.Refusal.alreadyRung() }
        return [Rung(basket: basket)]
    }
}

struct Rung: BasketEvent {
    static let name = "rung"
    let basket: BasketID

    static func fields(_ pass: inout FieldPass<Self>) -> Self { Self(basket: pass.value("basket", \.basket)) }

    func change(_ state: inout Basket.State, at instant: Instant) { state.hasRung = true }

    func write(_ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.run("UPDATE basket SET rung_at = \(entry.at) WHERE id = \(basket)")
    }
}

struct NameOwner: BasketCommand {
    static let name = "nameOwner"
    static let title = Message(zh: "写明主人", en: "Name the owner")
    static let access: Access = .anywhere(.administrator)
    static let refusals: [Basket.Refusal] = []
    let basket: BasketID
    let owner: Personal<String>

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let basket = pass.value("basket", \.basket)
        return Self(basket: basket, owner: pass.personal("owner", \.owner, of: ownerSubject(basket)))
    }

    func decide(_ state: Basket.State, _ facts: NoFacts, _ context: Context) -> [any Event<Basket>] {
        [OwnerNamed(basket: basket, owner: owner)]
    }
}

struct OwnerNamed: BasketEvent {
    static let name = "ownerNamed"
    let basket: BasketID
    let owner: Personal<String>

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let basket = pass.value("basket", \.basket)
        return Self(basket: basket, owner: pass.personal("owner", \.owner, of: ownerSubject(basket)))
    }

    func write(_ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.run("UPDATE basket SET owner = \(owner.content) WHERE id = \(basket)")
    }
}

private func ownerSubject(_ basket: BasketID) -> DataSubject {
    guard let subject = DataSubject("owner-\(basket.text)") else { preconditionFailure("well formed") }
    return subject
}
