package import Kernel
import Registry
package import Storage

extension StartShift {
    package func facts(on subject: Vehicle, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let account = try OfficeQueries.find(driver, in: tx)
        return Facts(
            driver: account.flatMap { $0.isOpen && $0.role.isPrivate ? $0.person : nil },
            other: try ShiftQueries.findPlate(of: driver, in: tx),
            lastEnd: try ShiftQueries.lastEnd(of: vehicle, or: driver, in: tx))
    }
}

extension EndShift {
    package func facts(on subject: Vehicle, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(driver: try subject.shift.flatMap { try OfficeQueries.find($0.driver, in: tx)?.person })
    }
}

extension ShiftStarted {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO waste_shift (vehicle, started_at, division, driver)
            VALUES (\(vehicle), \(startedAt), \(place), \(driver))
            """)
    }
}

extension ShiftEnded {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            "UPDATE waste_shift SET ended_at = \(endedAt) WHERE vehicle = \(vehicle) AND started_at = \(startedAt)")
    }
}

/// A shift on a list.
struct ShiftLine: Sendable {
    let vehicle: VehicleID
    let plate: String
    let driverName: String
    /// Whose account it is.
    let person: PersonID
    let startedAt: Instant
    let endedAt: Instant?

    /// Until now where it is still going on.
    func minutes(by now: Instant) -> Int64 {
        max(0, ((endedAt ?? now).milliseconds - startedAt.milliseconds) / 60_000)
    }
}

/// A weighing at a time when its vehicle was on no shift: a question to whoever drove, not a refusal.
struct OutsideShift: Sendable, Hashable {
    let ticket: TicketID
    let vehicle: String
    let weighedAt: Instant
}

enum ShiftQueries {
    private static let shifts: SQL = """
        SELECT s.vehicle, v.plate, f.title, f.person, s.started_at, s.ended_at
        FROM waste_shift s JOIN waste_vehicle v ON v.id = s.vehicle JOIN office f ON f.id = s.driver
        """

    private static func line(_ row: Row) throws -> ShiftLine {
        ShiftLine(
            vehicle: try row.get(0), plate: try row.get(1), driverName: try row.get(2), person: try row.get(3),
            startedAt: try row.get(4), endedAt: try row.find(5))
    }

    /// Of a place and below from an instant on, and those that go on, the latest first.
    static func list(within place: DivisionID, from: Instant, in tx: any ReadTransaction) throws -> [ShiftLine] {
        guard let path = try DivisionQueries.findPath(place, in: tx) else { return [] }
        return try tx.rows(
            """
            \(shifts) WHERE s.started_at >= \(from)
                AND s.division IN (SELECT id FROM division WHERE \(DivisionQueries.within(path)))
            ORDER BY s.started_at DESC, v.plate LIMIT 1000
            """
        ).map(line)
    }

    /// A driver's from an instant on, the latest first.
    static func list(of driver: OfficeID, from: Instant, in tx: any ReadTransaction) throws -> [ShiftLine] {
        try tx.rows(
            "\(shifts) WHERE s.driver = \(driver) AND s.started_at >= \(from) ORDER BY s.started_at DESC LIMIT 100"
        ).map(line)
    }

    /// The one a vehicle is on.
    static func findOpen(_ vehicle: VehicleID, in tx: any ReadTransaction) throws -> ShiftLine? {
        try tx.first("\(shifts) WHERE s.vehicle = \(vehicle) AND s.ended_at IS NULL").map(line)
    }

    /// The plate of the vehicle a driver is on shift with.
    static func findPlate(of driver: OfficeID, in tx: any ReadTransaction) throws -> String? {
        try tx.first("\(shifts) WHERE s.driver = \(driver) AND s.ended_at IS NULL").map { try line($0).plate }
    }

    /// Weighings that count, of vehicles whose shifts are kept by then, at times when none of them was on shift.
    static func listOutside(from: Instant, until: Instant, in tx: any ReadTransaction) throws -> [OutsideShift] {
        try tx.rows(
            """
            SELECT t.id, t.vehicle, t.weighed_at FROM waste_ticket t
            WHERE t.weighed_at >= \(from) AND t.weighed_at < \(until) AND t.void_reason IS NULL
                AND EXISTS (\(shiftsOfTicket)) AND NOT EXISTS (
                    \(shiftsOfTicket) AND (s.ended_at IS NULL OR s.ended_at >= t.weighed_at))
            ORDER BY t.weighed_at, t.id LIMIT 200
            """
        ).map { OutsideShift(ticket: try $0.get(0), vehicle: try $0.get(1), weighedAt: try $0.get(2)) }
    }

    /// Shifts of whatever vehicle has a ticket's plate, begun before it was weighed.
    private static let shiftsOfTicket: SQL = """
        SELECT 1 FROM waste_shift s JOIN waste_vehicle v ON v.id = s.vehicle
        WHERE v.plate = t.vehicle AND s.started_at <= t.weighed_at
        """

    static func lastEnd(of vehicle: VehicleID, or driver: OfficeID, in tx: any ReadTransaction) throws -> Instant? {
        let ends: [Instant] = try [
            tx.first("SELECT max(ended_at) FROM waste_shift WHERE vehicle = \(vehicle)"),
            tx.first("SELECT max(ended_at) FROM waste_shift WHERE driver = \(driver)"),
        ].compactMap { try $0?.find(0) }
        return ends.max()
    }
}
