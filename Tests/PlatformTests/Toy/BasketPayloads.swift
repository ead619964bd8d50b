import Kernel

struct AddApples: CommandPayload {
    static let name = "addApples"
    static let title = Message(zh: "放苹果", en: "Add apples")
    static let rejections: [Int] = []
    let basket: BasketID
    let count: Int64
    let division: DivisionID?
    let note: String?

    init(basket: BasketID, count: Int64) {
        self.basket = basket
        self.count = count
        division = DivisionID("here")
        note = nil
    }

    init(reading reader: inout FieldReader) {
        basket = reader.value("basket")
        count = reader.value("count")
        division = reader.optional("division")
        note = reader.optional("note")
    }

    func write(to writer: inout FieldWriter) {
        writer.put("basket", basket)
        writer.put("count", count)
        writer.put("division", division)
        writer.put("note", note)
    }

    func stream(_ context: Context) -> StreamID { StreamID("basket", basket.text) }
}

struct TakeApples: CommandPayload {
    static let name = "takeApples"
    static let title = Message(zh: "取苹果", en: "Take apples")
    static let rejections = [9_001]
    let basket: BasketID
    let count: Int64

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            basket: pass.value("basket", \.basket),
            count: pass.value("count", \.count))
    }

    func stream(_ context: Context) -> StreamID { StreamID("basket", basket.text) }
}

struct SetTimer: CommandPayload {
    static let name = "setTimer"
    static let title = Message(zh: "定时", en: "Set a timer")
    static let rejections: [Int] = []
    let basket: BasketID
    let at: Instant

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            basket: pass.value("basket", \.basket),
            at: pass.value("at", \.at))
    }

    func stream(_ context: Context) -> StreamID { StreamID("basket", basket.text) }
}

struct Ring: CommandPayload {
    static let name = "ring"
    static let title = Message(zh: "响铃", en: "Ring")
    static let rejections = [9_002]
    let basket: BasketID

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            basket: pass.value("basket", \.basket))
    }

    func stream(_ context: Context) -> StreamID { StreamID("basket", basket.text) }
}

struct NameOwner: CommandPayload {
    static let name = "nameOwner"
    static let title = Message(zh: "写明主人", en: "Name the owner")
    static let rejections: [Int] = []
    let basket: BasketID
    let owner: Personal<String>

    init(reading reader: inout FieldReader) {
        let basket: BasketID = reader.value("basket")
        self.basket = basket
        owner = reader.personal("owner", of: subject(basket))
    }

    func write(to writer: inout FieldWriter) {
        writer.put("basket", basket)
        writer.put("owner", owner)
    }

    func stream(_ context: Context) -> StreamID { StreamID("basket", basket.text) }
}

struct ApplesChanged: EventPayload {
    static let name = "applesChanged"
    let basket: BasketID
    let change: Int64
    let note: String?

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            basket: pass.value("basket", \.basket),
            change: pass.value("change", \.change),
            note: pass.optional("note", \.note))
    }

}

struct TimerSet: EventPayload {
    static let name = "timerSet"
    let basket: BasketID
    let at: Instant

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            basket: pass.value("basket", \.basket),
            at: pass.value("at", \.at))
    }

}

struct Rung: EventPayload {
    static let name = "rung"
    let basket: BasketID

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            basket: pass.value("basket", \.basket))
    }

}

struct OwnerNamed: EventPayload {
    static let name = "ownerNamed"
    let basket: BasketID
    let owner: Personal<String>

    init(basket: BasketID, owner: Personal<String>) {
        self.basket = basket
        self.owner = owner
    }

    init(reading reader: inout FieldReader) {
        let basket: BasketID = reader.value("basket")
        self.basket = basket
        owner = reader.personal("owner", of: subject(basket))
    }

    func write(to writer: inout FieldWriter) {
        writer.put("basket", basket)
        writer.put("owner", owner)
    }
}

private func subject(_ basket: BasketID) -> DataSubject {
    guard let subject = DataSubject("owner-\(basket.text)") else { preconditionFailure("well formed") }
    return subject
}
