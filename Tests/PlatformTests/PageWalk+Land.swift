import Kernel

@testable import Platform

extension PageWalk {
    /// A bill for found land, a claim and a debt of one household, and a census with one line.
    func cleanUpMoney(_ clerk: Principal) -> [(String, JSON, Principal)] {
        let body: JSON = "tanba-collective"
        func owed(_ name: String, _ side: JSON, _ amount: JSON) -> JSON {
            [
                "claim": .string(name), "organisation": body, "side": side, "party": "h07", "kind": "rent",
                "amountFen": amount, "arose": "2019-01-01", "due": "2019-12-31", "proof": "contract",
            ]
        }
        return [
            (
                "cleanup.billHousehold",
                [
                    "bill": "bill-1", "organisation": body, "household": "h07", "category": "旱地", "found": 8_001,
                    "guidePriceFen": 15_000, "priceBasis": "县指导价表", "months": 12,
                ], clerk
            ),
            ("cleanup.recordClaim", owed("claim-1", "claim", 700_000), clerk),
            ("cleanup.recordClaim", owed("claim-2", "debt", 400_000), clerk),
            ("cleanup.openCensus", ["census": "census-1", "organisation": body, "asOf": "2019-06-30"], clerk),
            (
                "cleanup.countLine",
                [
                    "census": "census-1", "item": "机井", "category": "fixedAssets", "bookFen": 0,
                    "countedFen": 1_600_000, "reason": "neverBooked", "note": "拨款修建",
                ], clerk
            ),
        ]
    }

    /// Two parcels of the village side by side; the first was surveyed anew.
    func land(_ clerk: Principal) -> [(String, JSON, Principal)] {
        func parcel(_ number: Int, _ outline: String, _ contract: JSON) -> (String, JSON, Principal) {
            (
                "registry.enterParcel",
                [
                    "parcel": .string("parcel-\(number)"), "owner": "tanba-collective",
                    "division": .string(clerk.division.text), "number": .string("TB-0\(number)"), "name": "河东地",
                    "outline": .string(outline), "contractArea": contract,
                ], clerk
            )
        }
        return [
            parcel(1, "38 43000000,402000000 9000,0 0,8000 -9000,0", 90_000),
            parcel(2, "38 43009000,402000000 4000,200 -100,7700 -3900,100", 48_000),
            (
                "registry.redrawParcel",
                [
                    "parcel": "parcel-1", "outline": "38 43000000,402000000 8990,0 0,8000 -8990,0", "reason": "重新测绘",
                ], clerk
            ),
            (
                "cleanup.recordUse",
                [
                    "observation": "seen-1", "organisation": "tanba-collective", "use": "crops", "seenOn": "2019-06-01",
                    "seenBy": "villager", "parcel": "parcel-1",
                ], clerk
            ),
            (
                "cleanup.takeUpUse",
                [
                    "observation": "seen-1", "way": "charge", "owner": .string(clerk.office.text),
                    "due": .string("\(practice.clock.now().date.adding(days: 20))"),
                ], clerk
            ),
        ]
    }
}
