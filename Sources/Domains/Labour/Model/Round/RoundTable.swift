import EventLog
import Kernel

/// What the rules say of everybody and every open seat, before a round is reckoned: a group whole, or not at all.
struct RoundTable: Sendable {
    let orders: [RoundOffer]
    let people: [RoundPerson]
    /// Of each person, of each order: the way, or the first rule that failed.
    let verdicts: [[Int64]]

    /// - Parameter crews: how many belong to each group, also of those who do not look for work now.
    init(_ orders: [RoundOffer], _ people: [RoundPerson], crews: [CrewID: Int]) {
        var verdicts = people.map { person in orders.map { person.verdict(on: $0) } }
        var members: [CrewID: [Int]] = [:]
        for (index, person) in people.enumerated() {
            if let crew = person.crew { members[crew, default: []].append(index) }
        }
        for (crew, mine) in members {
            let isHere = mine.count == crews[crew]
            for (at, order) in orders.enumerated() {
                let fits = isHere && Int64(mine.count) <= order.free && mine.allSatisfy { verdicts[$0][at] >= 0 }
                // Who has a reason of her own keeps it.
                for person in mine where !fits && verdicts[person][at] >= 0 {
                    verdicts[person][at] = RoundRule.group.code
                }
            }
        }
        self.init(orders: orders, people: people, verdicts: verdicts)
    }

    private init(orders: [RoundOffer], people: [RoundPerson], verdicts: [[Int64]]) {
        self.orders = orders
        self.people = people
        self.verdicts = verdicts
    }

    /// Only orders that somebody may have, and of the people none who works whenever there is something to do.
    var open: RoundTable {
        let seats = orders.indices.filter { at in verdicts.contains { $0[at] >= 0 } }
        let asked = people.indices.filter { person in
            seats.contains { verdicts[person][$0] != RoundRule.elsewhere.code }
        }
        return RoundTable(
            orders: seats.map { orders[$0] }, people: asked.map { people[$0] },
            verdicts: asked.map { person in seats.map { verdicts[person][$0] } })
    }

    /// The people's rows under their numbers of the day, in the order of the numbers: nothing tells who is who. A group that
    /// could go somewhere has a number, too.
    func rows(_ context: Context) -> [RoundSeeker] {
        var used: Set<Int64> = []
        let rows = people.indices.sorted { people[$0].id < people[$1].id }.map { index in
            let person = people[index]
            let mark = context.marks.pseudonym(of: person.id.text, on: context.now.date)
            let bytes = Hash.leaf(Array("round-number \(mark)".utf8)).bytes.prefix(5)
            var number = bytes.reduce(Int64(0)) { $0 << 8 | Int64($1) }
            while !used.insert(number).inserted { number += 1 }
            let row = RoundSeeker(
                number: number, worker: Personal(person.id, of: DataSubject(ofWorker: person.id)),
                waited: min(max(0, person.waited), RoundBook.mostWaited), verdicts: verdicts[index], worth: 0)
            return (row: row, crew: row.verdicts.contains { $0 >= 0 } ? person.crew : nil)
        }.sorted { $0.row.number < $1.row.number }
        var groups: [CrewID: Int64] = [:]
        return rows.map { found in
            guard let crew = found.crew else { return found.row }
            let group = groups[crew] ?? Int64(groups.count + 1)
            groups[crew] = group
            var row = found.row
            row.group = group
            return row
        }
    }
}
