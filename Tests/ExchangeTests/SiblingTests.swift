import Kernel
import Testing
import TestSupport

@testable import Exchange
@testable import Registry

/// Siblings of the bug reports about sales, made by a seed.
@Suite("Siblings of bug reports") struct SiblingTests {
    @Test("22,400 terms of 1 to 50 years from days around 29 February end on the day before their anniversary")
    func leapDays() throws {
        var count = 0
        for year in 2000..<2032 {
            for offset in -7..<7 {
                let start = Village.day("\(year)-02-28").adding(days: offset)
                for years in 1...50 {
                    let term = try #require(Term(from: start, years: Int64(years)))
                    let isLeapDay = start.description.hasSuffix("-02-29")
                    let clamped = start.adding(years: years).adding(days: -1)
                    let isLost = isLeapDay && !term.endsOn.adding(days: 1).description.hasSuffix("-02-29")
                    let wanted = isLost ? clamped.adding(days: 1) : clamped
                    let isWhole = term.wholeYears == years && term.restDays == 0 && !term.isLonger(thanYears: years)
                    if term.endsOn != wanted || !isWhole || (isLost && !term.endsOn.description.hasSuffix("-02-28")) {
                        Issue.record("\(years) years from \(start) end on \(term.endsOn)")
                    }
                    count += 1
                }
            }
        }
        #expect(count == 22_400)
    }

    @Test("2,000 prices around every power of ten are refused as bids, or can be published and signed")
    func reckonable() {
        var random = SeededRandom(seed: 13)
        var (count, refused) = (0, 0)
        for power in 0..<16 {
            for _ in 0..<125 {
                var fen: Int64 = 1
                for _ in 0..<power { fen *= 10 }
                let price = Money(
                    fen: fen + Int64.random(in: -1...1, using: &random)
                        + (power > 2 ? fen * Int64.random(in: 0...8, using: &random) : 1))
                let unit = PriceUnit.allCases.randomElement(using: &random) ?? .fenTotal
                let terms = Village.terms(
                    area: Area(mu: Int64.random(in: 1...3_000, using: &random)),
                    years: Int64.random(in: 1...50, using: &random), unit: unit,
                    rise: Bool.random(using: &random) ? Rise(everyYears: 1, basisPoints: 2_000) : nil)
                let now = Village.at("2019-04-08T09:00:00+08:00")
                count += 1
                do {
                    try terms.checkReckonable(price, at: now)
                    let term = terms.term(from: Village.day("2019-06-01"))
                    guard let term, let total = try? terms.total(at: price, over: term),
                        (try? terms.instalments(at: price, over: term)) != nil, total >= .zero
                    else {
                        Issue.record("\(price) \(unit) was taken and cannot be signed")
                        continue
                    }
                } catch {
                    #expect(error.number == ExchangeRefusal.priceBeyondReckoning.number)
                    refused += 1
                }
            }
        }
        #expect(count == 2_000 && refused > 100 && refused < 1_900)
    }

    /// What somebody stands for: so many steps, since the move of that number.
    private struct Claim {
        var steps: Int64
        var since: Int
    }

    @Test("In 500 auctions of limits and bids by hand whoever first stood for the best price leads at every moment")
    func limits() throws {
        var random = SeededRandom(seed: 20)
        var (moves, equal) = (0, 0)
        for _ in 0..<500 {
            var run = try LotRun.running(bidders: 4)
            var claims: [Int64: Claim] = [:]
            for move in 0..<12 {
                let bidder = Int.random(in: 1...4, using: &random)
                let steps = Int64.random(in: 0...15, using: &random)
                let price = Money(fen: 80_000 + steps * 2_000)
                let person = Village.principal(.bidder, "person\(bidder)")
                guard let paddle = run.lot?.paddles[person.person] else { continue }
                let isLimit = Bool.random(using: &random)
                // Lowered and repeated limits take a new place; here limits only rise.
                if isLimit, let own = claims[paddle], own.steps >= steps { continue }
                do {
                    if isLimit {
                        try run.give(
                            SetProxyLimit(lot: Village.lot, limit: Confidential(price, of: .example)), by: person)
                    } else {
                        try run.give(PlaceBid(lot: Village.lot, price: price), by: person)
                    }
                } catch {
                    #expect([3053, 3054].contains(error.number))
                    continue
                }
                if (claims[paddle]?.steps ?? -1) < steps { claims[paddle] = Claim(steps: steps, since: move) }
                moves += 1
                let best = claims.values.map(\.steps).max()
                let first = claims.filter { $0.value.steps == best }.min { $0.value.since < $1.value.since }
                if claims.values.filter({ $0.steps == best }).count > 1 { equal += 1 }
                #expect(run.lot?.auction?.leader == first?.key)
                if run.lot?.auction?.leader != first?.key { return }
            }
        }
        #expect(moves > 1_000 && equal > 50)
    }

    @Test(
        "400 outlines drawn from another corner, the other way round or a little off are one field; 400 beside it are not"
    )
    func twins() {
        var random = SeededRandom(seed: 19)
        for _ in 0..<400 {
            let corners = Int.random(in: 3...9, using: &random)
            let points = (0..<corners).map {
                ParcelPoint(x: Int64($0 * 2_000), y: Int64($0 * $0 * 700) + Int64.random(in: 0...500, using: &random))
            }
            let turn = Int.random(in: 0..<corners, using: &random)
            var again = Array(points[turn...] + points[..<turn])
            if Bool.random(using: &random) { again.reverse() }
            again = again.map {
                ParcelPoint(
                    x: $0.x + Int64.random(in: -60...60, using: &random),
                    y: $0.y + Int64.random(in: -60...60, using: &random))
            }
            #expect(Parcel(points).isTwin(of: Parcel(again)) && Parcel(again).isTwin(of: Parcel(points)))
            let beside = points.map { ParcelPoint(x: $0.x + 300, y: $0.y) }
            #expect(!Parcel(points).isTwin(of: Parcel(beside)))
        }
    }

    @Test("Of 801 days around a signature a payment is taken on those from it to today, and on no other")
    func days() throws {
        let installation = try TestInstallation.signed()
        let lot = try installation.lot()
        let signed = try #require(lot.contract?.signedOn)
        let today = signed.adding(days: 100)
        let context = Village.context(today.start.adding(seconds: 3_600), Village.agent)
        var taken = 0
        for offset in -400...400 {
            let day = signed.adding(days: offset)
            let payment = RecordFirstPayment(
                lot: Village.lot, amount: Money(fen: 100), reference: "p\(offset)", receivedOn: day)
            do {
                _ = try payment.decide(lot, RecordFirstPayment.Facts(booked: .zero), context)
                taken += 1
                #expect((0...100).contains(offset), "\(day)")
            } catch {
                let wanted = offset < 0 ? ExchangeRefusal.datedBefore : .datedAhead
                #expect(error.number == wanted.number, "\(day)")
            }
        }
        #expect(taken == 101)
    }

    @Test("1,000 deposits in up to four parts are matched when the sum is there, from the own account, each part once")
    func parts() throws {
        var random = SeededRandom(seed: 23)
        let due = Money(fen: 1_000_000)
        func row(_ deposit: DepositState, _ paid: Money, _ reference: String?) -> BidderRow {
            BidderRow(
                bidder: Village.id("b"), lot: Village.lot, party: Village.id("p"), state: .registered, deposit: deposit,
                paid: paid, reference: reference)
        }
        for _ in 0..<1_000 {
            var state = row(.required, .zero, nil)
            for part in 0..<4 {
                let amount = Money(fen: Int64.random(in: 1...700_000, using: &random))
                func arrival(isOwn: Bool = true, known: KnownArrival? = nil) -> Arrival {
                    Arrival(
                        amount: amount, reference: "r\(part)", isOwn: isOwn, isShared: false, known: known)
                }
                #expect(throws: Rejection.self) { try arrival(isOwn: false).deposit(of: state, due: due) }
                #expect(throws: Rejection.self) { try arrival(known: .example).deposit(of: state, due: due) }
                let sum = state.paid + amount
                let after = try arrival().deposit(of: state, due: due)
                #expect(after.amount == sum && after.state == (sum >= due ? .matched : .arrived))
                state = row(after.state, after.amount, "r\(part)")
                #expect(throws: Rejection.self) { try arrival().deposit(of: state, due: due) }
                if after.state == .matched { break }
            }
        }
    }
}
