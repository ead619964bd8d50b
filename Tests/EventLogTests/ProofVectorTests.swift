import EventLog
import Foundation
import Testing

/// One case of the published vectors; sizes go up to the largest unsigned number.
private struct Vector: Decodable {
    var leafIdx: UInt64?
    var treeSize: UInt64?
    var root: String?
    var leafHash: String?
    var size1: UInt64?
    var size2: UInt64?
    var root1: String?
    var root2: String?
    var proof: [String]?
    var desc: String
    var wantErr: Bool
}

private struct Vectors: Decodable {
    var inclusion: [Vector]
    var consistency: [Vector]
}

@Suite("Published RFC 6962 proof vectors", .enabled(if: SharedData.vectors != nil, "needs ../shared/data"))
struct ProofVectorTests {
    private let vectors: Vectors

    init() throws {
        vectors = try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: #require(SharedData.vectors)))
    }

    /// Some cases use roots like "don't care 2", which are not 32 bytes: another hash stands in for each such text.
    private func root(_ text: String?) -> Hash? {
        text.map { Hash(base64: $0) ?? Hash.leaf(Array("not a hash: \($0)".utf8)) }
    }

    /// Nil where a part is not even 32 bytes, which is a refusal too.
    private func hashes(_ texts: [String]?) -> [Hash]? {
        let hashes = (texts ?? []).compactMap { Hash(base64: $0) }
        return hashes.count == (texts ?? []).count ? hashes : nil
    }

    private func size(_ number: UInt64?) -> Int64 { Int64(bitPattern: number ?? 0) }

    @Test("All 98 inclusion cases are judged as stated")
    func inclusion() {
        #expect(vectors.inclusion.count == 98)
        for vector in vectors.inclusion {
            var holds = false
            if let leaf = vector.leafHash.flatMap({ Hash(base64: $0) }), let root = root(vector.root),
                let proof = hashes(vector.proof)
            {
                holds = InclusionProof(index: size(vector.leafIdx), size: size(vector.treeSize), hashes: proof)
                    .holds(leaf: leaf, root: root)
            }
            #expect(holds == !vector.wantErr, "\(vector.desc)")
        }
    }

    @Test("All 98 consistency cases are judged as stated, an old size of 0 always refused")
    func consistency() {
        #expect(vectors.consistency.count == 98)
        for vector in vectors.consistency {
            var holds = false
            if let old = root(vector.root1), let new = root(vector.root2), let proof = hashes(vector.proof) {
                holds = ConsistencyProof(oldSize: size(vector.size1), newSize: size(vector.size2), hashes: proof)
                    .holds(oldRoot: old, newRoot: new)
            }
            #expect(holds == !vector.wantErr, "\(vector.desc)")
        }
    }
}
