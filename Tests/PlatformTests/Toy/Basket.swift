import Kernel
import Storage

/// The smallest module that has everything: a rule, a due act, a personal value, a fault, two policies.
enum Basket: StoredModule {
    static let name = "basket"
    static let title = Message(zh: "篮子", en: "Basket")

    struct Facts: Sendable {}

    struct State: Sendable {
        var apples: Int64 = 0
        var hasRung = false
    }

    static func initialState(of stream: StreamID) -> State { State() }

    static func facts(for command: BasketCommand, context: Context, in tx: any ReadTransaction) throws -> Facts {
        // A reading that fails on every store.
        if case .takeApples(let command) = command, command.count == 78 {
            _ = try tx.rows("SELECT abs(-9223372036854775807 - 1)")
        }
        return Facts()
    }

    static func division(of command: BasketCommand, state: State, facts: Facts) -> DivisionID? {
        switch command {
        case .addApples(let command): command.division
        default: DivisionID("here")
        }
    }

    static func decide(_ command: BasketCommand, _ state: State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [BasketEvent]
    {
        switch command {
        case .addApples(let command):
            let change = ApplesChanged(basket: command.basket, change: command.count, note: command.note)
            return [.applesChanged(change)]
        case .takeApples(let command):
            guard state.apples >= command.count else { throw BasketRejection.notEnough.rejection }
            return [.applesChanged(ApplesChanged(basket: command.basket, change: -command.count, note: nil))]
        case .setTimer(let command): return [.timerSet(TimerSet(basket: command.basket, at: command.at))]
        case .ring(let command):
            guard !state.hasRung else { throw BasketRejection.alreadyRung.rejection }
            return [.rung(Rung(basket: command.basket))]
        case .nameOwner(let command):
            return [.ownerNamed(OwnerNamed(basket: command.basket, owner: command.owner))]
        }
    }

    static func evolve(_ state: inout State, with event: BasketEvent, at instant: Instant) {
        switch event {
        case .applesChanged(let event): state.apples += event.change
        case .rung: state.hasRung = true
        case .timerSet, .ownerNamed: break
        }
    }

    static func due(after event: BasketEvent, state: State, at instant: Instant) -> [Due<BasketCommand>] {
        guard case .timerSet(let event) = event else { return [] }
        return [Due(at: event.at, .ring(Ring(basket: event.basket)))]
    }

    static let migrations = [
        Migration(
            "basket-001",
            [
                """
                CREATE TABLE basket (
                    id TEXT NOT NULL PRIMARY KEY,
                    apples INTEGER NOT NULL CHECK (apples BETWEEN 0 AND 1000),
                    owner TEXT,
                    rung_at INTEGER
                ) STRICT
                """
            ])
    ]
    static let tables = [ProjectedTable("basket", key: ["id"])]

    static func project(_ event: BasketEvent, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        let id = event.basket
        try tx.run("INSERT INTO basket (id, apples) VALUES (\(id), 0) ON CONFLICT (id) DO NOTHING")
        switch event {
        case .applesChanged(let event):
            try tx.run("UPDATE basket SET apples = apples + \(event.change) WHERE id = \(id)")
            // A row the table refuses; a store that gathers rows finds out late.
            if event.change == 77 { try tx.append([.text(id.text), .integer(0), .null, .null], to: "basket") }
        case .rung: try tx.run("UPDATE basket SET rung_at = \(entry.at) WHERE id = \(id)")
        case .ownerNamed(let event):
            try tx.run("UPDATE basket SET owner = \(event.owner.content) WHERE id = \(id)")
        case .timerSet: break
        }
    }
}

enum BasketName {}
typealias BasketID = Identifier<BasketName>

enum BasketRejection: RejectionReason {
    case notEnough, alreadyRung

    var number: Int { self == .notEnough ? 9_001 : 9_002 }
    var text: Message { Message(zh: "不行", en: self == .notEnough ? "Not enough apples." : "It has rung.") }
    var next: Message { Message(zh: "改少些", en: "Take fewer.") }
    static let catalogue: [BasketRejection] = [.notEnough, .alreadyRung]
}

enum BasketCommand: ModuleCommand {
    case addApples(AddApples)
    case takeApples(TakeApples)
    case setTimer(SetTimer)
    case ring(Ring)
    case nameOwner(NameOwner)

    static let forms: [CommandForm<BasketCommand>] = [
        CommandForm(AddApples.self) { .addApples($0) }, CommandForm(TakeApples.self) { .takeApples($0) },
        CommandForm(SetTimer.self) { .setTimer($0) }, CommandForm(Ring.self) { .ring($0) },
        CommandForm(NameOwner.self) { .nameOwner($0) },
    ]

    var payload: any CommandPayload {
        switch self {
        case .addApples(let command): command
        case .takeApples(let command): command
        case .setTimer(let command): command
        case .ring(let command): command
        case .nameOwner(let command): command
        }
    }
}

enum BasketEvent: ModuleEvent {
    case applesChanged(ApplesChanged)
    case timerSet(TimerSet)
    case rung(Rung)
    case ownerNamed(OwnerNamed)

    static let forms: [EventForm<BasketEvent>] = [
        EventForm(ApplesChanged.self) { .applesChanged($0) }, EventForm(TimerSet.self) { .timerSet($0) },
        EventForm(Rung.self) { .rung($0) }, EventForm(OwnerNamed.self) { .ownerNamed($0) },
    ]

    var payload: any EventPayload {
        switch self {
        case .applesChanged(let event): event
        case .timerSet(let event): event
        case .rung(let event): event
        case .ownerNamed(let event): event
        }
    }

    var basket: BasketID {
        switch self {
        case .applesChanged(let event): event.basket
        case .timerSet(let event): event.basket
        case .rung(let event): event.basket
        case .ownerNamed(let event): event.basket
        }
    }

    var division: DivisionID? { DivisionID("here") }
}
