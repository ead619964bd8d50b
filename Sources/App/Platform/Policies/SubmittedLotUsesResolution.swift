import Exchange
import Registry

/// What a meeting resolved about one asset opens one lot on it: the register uses it up, or refuses the submission.
enum SubmittedLotUsesResolution {
    static let policy = Policy("SubmittedLotUsesResolution", on: LotSubmitted.self, gives: [UseResolution.self]) {
        submitted, _ in
        submitted.resolution.map { [UseResolution(resolution: $0, lot: submitted.lot)] } ?? []
    }
}
