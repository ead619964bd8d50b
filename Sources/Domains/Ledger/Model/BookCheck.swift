import Kernel
package import Registry

/// What the program checks before the books take something, procedure by procedure; the figure switches it and says from
/// which day (Caikuai 2024 no. 12, art. 21(1)).
package enum BookCheck: String, CaseIterable, Sendable {
    case papers, budget, resolution, filing, reviewStep, countyStep, worksReview, officeReview, yearChecks

    package var figure: ParameterKey {
        switch self {
        case .papers: .booksPaperReason
        case .resolution: .booksResolutionAmount
        case .filing: .booksFilingAmount
        case .budget: .budgetRefuseOver
        case .reviewStep: .claimReviewAmount
        case .countyStep: .claimCountyAmount
        case .worksReview: .claimWorksReviewAmount
        case .officeReview: .claimOfficeReviewAmount
        case .yearChecks: .booksYearChecks
        }
    }

    /// What is under way when it is asked.
    package enum Procedure: Sendable { case posting, payment, claim, distribution }

    package var procedure: Procedure {
        switch self {
        case .papers, .budget: .posting
        case .resolution, .filing: .payment
        case .reviewStep, .countyStep, .worksReview, .officeReview: .claim
        case .yearChecks: .distribution
        }
    }
}
