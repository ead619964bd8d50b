import Kernel

extension DemoCounty {
    /// So many sales beside those of the large county, over the villages in turn and over two years: what pages and lists are
    /// weighed with. Of ten, four were let, three found no bidder, two are on notice and one is being prepared.
    mutating func trade(many count: Int) {
        let villages = DemoText.largeVillages
        for number in 0..<count {
            let round = number / villages.count
            let village = DemoText.sale(round, of: villages[number % villages.count])
            let shift = number * 7 % 600
            switch number % 10 {
            case 0..<4:
                offer(village, round, days: 80 + shift)
                finish(village, shift: shift, rounds: 5 + number % 9)
            case 4..<7:
                offer(village, round, days: 50 + shift)
                lapse(village, shift: shift)
            case 7..<9:
                offer(village, round, days: 20)
                list(village, days: 2 + number % 9)
            default:
                offer(village, round, days: 8)
                prepare(village, number / 10 % 4)
            }
        }
    }

    /// The field that is let and the village's resolution to let it.
    private mutating func offer(_ village: DemoVillage, _ round: Int, days: Int) {
        let hour = day(days, 10 * 60)
        register(village.assets[0], of: village, at: hour, parcel: field(round, village))
        resolve(village, at: hour.adding(seconds: 60), on: days + 1)
    }

    /// A square of its area, north of the village's other fields, twenty to a row.
    private func field(_ round: Int, _ village: DemoVillage) -> JSON {
        let number = DemoText.largeVillages.firstIndex { $0.id == village.id } ?? 0
        let side = Int64((Double(village.assets[0].mu ?? 10) * 666.7).squareRoot() * 100)
        let west = 38_500_000_00 + Int64(number % 12) * 300_000 + Int64(round % 20) * 13_000
        let south = 3_990_000_00 + Int64(number / 12) * 300_000 + 80_000 + Int64(round / 20) * 13_000
        let corners = [(0, 0), (side, 0), (side, side), (0, side)] as [(Int64, Int64)]
        return .array(corners.map { ["x": .integer(west + $0.0), "y": .integer(south + $0.1)] })
    }

    /// Put up, and nobody came.
    private mutating func lapse(_ village: DemoVillage, shift: Int) {
        publish(
            village, days: 40 + shift,
            [
                "closesAt": day(15 + shift, 0).field, "opensAt": day(15 + shift).field,
                "endsAt": day(15 + shift, 10 * 60).field,
            ])
    }

    private mutating func prepare(_ village: DemoVillage, _ stage: Int) {
        switch stage {
        case 0: draft(village, days: 1)
        case 1: submit(village, days: 1)
        case 2: sendBack(village)
        default: prepare(village)
        }
    }
}
