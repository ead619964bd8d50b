import Synchronization

/// The answers of several submissions, handed over when the last one is there.
final class Gathering: Sendable {
    private struct State {
        var answers: [Answer?]
        var missing: Int
        var isUnknown = false
    }

    private let state: Mutex<State>
    private let done: @Sendable (Result<[Answer], OutcomeUnknown>) -> Void

    init(_ count: Int, _ done: @escaping @Sendable (Result<[Answer], OutcomeUnknown>) -> Void) {
        precondition(count > 0, "somebody must be waited for")
        state = Mutex(State(answers: Array(repeating: nil, count: count), missing: count))
        self.done = done
    }

    func put(_ result: Result<Answer, OutcomeUnknown>, at position: Int) {
        let all: Result<[Answer], OutcomeUnknown>? = state.withLock { state in
            switch result {
            case .success(let answer): state.answers[position] = answer
            case .failure: state.isUnknown = true
            }
            state.missing -= 1
            guard state.missing == 0 else { return nil }
            return state.isUnknown ? .failure(OutcomeUnknown()) : .success(state.answers.compactMap(\.self))
        }
        if let all { done(all) }
    }
}
