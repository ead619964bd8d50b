package import Kernel

/// The pages shown instead of the one asked for.
package enum ProblemPage {
    /// "Not there" and "not for you" look the same.
    package static func notFound(_ request: PageRequest) -> Page {
        Page(
            Text.pageNotFound, request,
            [
                Headline(Text.pageNotFound, answer: Text.notFoundAnswer, note: Text.notFoundNext, in: request.language),
                ActionBar([Action(Text.home, to: "/", isPrimary: true)]),
            ])
    }

    /// A command was refused and there is no form to show it in.
    package static func refused(_ rejection: Rejection, _ request: PageRequest) -> Page {
        Page(
            Text.refusedQuestion, request,
            [
                Headline(Text.refusedQuestion, answer: Text.refusedAnswer, in: request.language), Callout(rejection),
                ActionBar([Action(Text.home, to: "/")]),
            ])
    }

    /// The page is there and cannot be shown now; what stands in the way passes.
    package static func away(_ rejection: Rejection, _ request: PageRequest) -> Page {
        Page(
            Text.failedTitle, request,
            [
                Headline(Text.failedTitle, answer: Text.failedAnswer, in: request.language), Callout(rejection),
                ActionBar([Action(Text.home, to: "/")]),
            ])
    }

    /// Our fault; says nothing of the inside.
    package static func failed(_ request: PageRequest) -> Page {
        Page(
            Text.failedTitle, request,
            [
                Headline(Text.failedTitle, answer: Text.failedAnswer, note: Text.failedNext, in: request.language),
                "<p>\(HTML.time(request.now, request.language))</p>" as HTML,
                ActionBar([Action(Text.home, to: "/")]),
            ])
    }
}
