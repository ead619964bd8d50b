import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Labour

/// A market in one village: a verified employer, and people who look for work.
struct Market {
    static let village = DivisionID("village")!
    static let start = Instant("2026-03-03T07:00")!
    static let clerk = principal("clerk", .stationAgent)
    static let county = principal("county", .countyOfficer)
    static let system = principal("system", .system)
    static let farm = EmployerID("zhao-farm")!

    let room: ModuleRunner<Labour>

    static func principal(_ name: String, _ role: Role) -> Principal {
        Principal(person: PersonID(name)!, role: role, office: OfficeID(name)!, division: .root)
    }

    /// It is two days before the shift.
    init() throws {
        let database = try temporaryDatabase()
        try Migrator(Registry.migrations + Labour.migrations).migrate(database, at: Instant(milliseconds: 0))
        try database.write { tx in
            try tx.run(
                """
                INSERT INTO division (id, path, level, kind, name, code, opened)
                VALUES ('village', '/village/', 'province', 'village', '村', '14', '2000-01-01')
                """)
        }
        room = ModuleRunner(database, now: Market.start.adding(days: -2))
        try room.give(
            RegisterEmployer(employer: Market.farm, kind: .individual, place: Market.village, publicName: "赵家农场"),
            by: Market.clerk)
    }

    func verify() throws { try room.give(VerifyEmployer(employer: Market.farm, paper: "营业执照 1"), by: Market.clerk) }

    static func worker(_ number: Int) -> WorkerID { WorkerID("worker-\(number)")! }

    static func identity(_ number: Int, born: String = "19750101") -> IdentityNumber {
        IdentityNumber.completing("140400\(born)\(number.padded(to: 3))")!
    }

    func register(_ number: Int, born: String = "19750101") throws {
        let name = Personal("人\(number)", of: .example)
        try room.give(
            RegisterWorker(
                worker: Market.worker(number), place: Market.village, name: name,
                identityNumber: Personal(Market.identity(number, born: born), of: .example),
                trades: [.harvest, .loading], hasConsented: true), by: Market.clerk)
    }

    static func terms(
        seats: Int64 = 5, start: Instant = Market.start, hours: Int64 = 8, yuan: Int64 = 160, trade: Trade = .harvest,
        work: String = "摘苹果", unit: PayUnit = .day, cycle: PayCycle = .day, workKind: WorkKind = .fullTime,
        insurance: Insurance = .accident
    ) -> OrderTerms {
        OrderTerms(
            employer: farm, trade: trade, work: work, address: "村东果园", conditions: "管午饭，自带手套", start: start,
            end: start.adding(seconds: hours * 3_600), seats: seats, unit: unit, rate: Money(fen: yuan * 100),
            cycle: cycle, shortDay: .byHour, workKind: workKind, insurance: insurance)
    }

    static func order(_ name: String = "order-1") -> OrderID { OrderID(name)! }

    func post(_ terms: OrderTerms = Market.terms(), as name: String = "order-1") throws {
        try room.give(PostOrder(order: Market.order(name), terms: terms), by: Market.clerk)
    }

    func take(_ number: Int, _ order: String = "order-1", mayWait: Bool = false) throws {
        try room.give(
            TakeSeat(order: Market.order(order), worker: Market.worker(number), mayWait: mayWait), by: Market.clerk)
    }

    var state: Order {
        get throws { try #require(room.state(of: StreamID("labourOrder", "order-1")).order) }
    }

    /// One worker at work on the first order, at its end.
    func work(_ number: Int = 1) throws {
        room.now = max(room.now, Market.start)
        try room.give(CheckIn(order: Market.order(), worker: Market.worker(number)), by: Market.clerk)
        room.now = max(room.now, Market.start.adding(seconds: 8 * 3_600))
    }

    /// Several on the first order, with their hours confirmed at its end.
    func work(all numbers: [Int]) throws {
        room.now = max(room.now, Market.start)
        for number in numbers {
            try room.give(CheckIn(order: Market.order(), worker: Market.worker(number)), by: Market.clerk)
        }
        room.now = max(room.now, Market.start.adding(seconds: 8 * 3_600))
        for number in numbers { try confirm(number) }
    }

    func confirm(_ number: Int = 1, minutes: Int64 = 480) throws {
        try room.give(
            ConfirmHours(
                order: Market.order(), worker: Market.worker(number), minutes: minutes, isSentHome: false),
            by: Market.clerk)
    }

    func pay(_ number: Int = 1, fen: Int64, reference: String, payee: Int? = nil) throws {
        try room.give(
            PayWages(
                order: Market.order(), worker: Market.worker(number), payee: Market.worker(payee ?? number),
                amount: Money(fen: fen), method: .bank, reference: Personal(reference, of: .example)), by: Market.clerk)
    }
}
