import Kernel
import Storage

/// The smallest module that has everything: a rule, a due act, a personal value, a fault, two policies.
enum Basket: Module {
    static let name = "basket"
    static let title = Message(zh: "篮子", en: "Basket")
    static let commands: [any Command.Type] = [
        AddApples.self, TakeApples.self, SetTimer.self, Ring.self, NameOwner.self,
    ]
    static let events: [any Event.Type] = [ApplesChanged.self, TimerSet.self, Rung.self, OwnerNamed.self]

    struct State: Sendable {
        var apples: Int64 = 0
        var hasRung = false
    }

    static func initialState(of stream: StreamID) -> State { State() }

    static func check(_ state: State, _ invariants: inout Invariants) {
        // 777 is a number that the rule lets through and the state must not have.
        invariants.hold(state.apples >= 0 && state.apples != 777, "\(state.apples) apples cannot be")
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

    struct Refusal: DomainRefusal {
        let statement: RefusalStatement

        init(_ statement: RefusalStatement) { self.statement = statement }

        static let notEnough = Refusal(
            9_001, zh: "不行", en: "Not enough apples.", next: Message(zh: "改少些", en: "Take fewer."))
        static let alreadyRung = Refusal(
            9_002, zh: "不行", en: "It has rung.", next: Message(zh: "改少些", en: "Take fewer."))
        static let all: [Refusal] = [.notEnough, .alreadyRung]
    }
}

enum BasketName {}
typealias BasketID = Identifier<BasketName>

protocol BasketCommand: Command where Domain == Basket {
    var basket: BasketID { get }
}

extension BasketCommand {
    func stream(_ context: Context) -> StreamID { StreamID("basket", basket.text) }
    func place(_ state: Basket.State, _ facts: NoFacts) -> DivisionID? { DivisionID("here") }
}

protocol BasketEvent: Event where Domain == Basket {
    var basket: BasketID { get }
    func write(_ entry: EntryHeader, in tx: any WriteTransaction) throws
}

extension BasketEvent {
    var division: DivisionID? { DivisionID("here") }

    func change(_ state: inout Basket.State, at instant: Instant) {}

    func project(from standing: Void, to state: Basket.State, _ entry: EntryHeader, in tx: any WriteTransaction) throws
    {
        try tx.run("INSERT INTO basket (id, apples) VALUES (\(basket), 0) ON CONFLICT (id) DO NOTHING")
        try write(entry, in: tx)
    }
}
