namespace PolicyLint.Parsing;

/// <summary>
/// From bytes to a typed document: <see cref="InputCheck"/>, then <see cref="PolicyBinder"/> over a
/// <see cref="JsonCursor"/>, then <see cref="GrammarCheck"/> against the grammar of the policy type.
/// </summary>
internal static class PolicyParser
{
    /// <summary>Reads a document. Never throws on any input.</summary>
    public static PolicyDocument Parse(SourceText source, PolicyType? type, PolicyResourceType? resourceType)
    {
        var problems = new ProblemList();
        if (!InputCheck.Accepts(source, problems))
            return Unreadable(source, type, resourceType, problems);

        // Nearly every text is JSON. One that is not is read again by a lenient reader, to say as much about it as can be said.
        int inputProblems = problems.Count;
        var binder = new PolicyBinder(source, isLenient: false, problems);
        bool isReadable = binder.Bind();
        if (!isReadable)
        {
            problems.ForgetFrom(inputProblems);
            binder = new PolicyBinder(source, isLenient: true, problems);
            isReadable = binder.Bind();
            if (!isReadable)
                binder.ReportBrokenJson();
        }

        PolicyType actualType = type ?? PolicyTypeDetector.Detect(binder.Statements);
        var document = new PolicyDocument(source, binder.Span)
        {
            Type = actualType,
            IsTypeDetected = type is null,
            ResourceType = resourceType,
            Version = binder.Version,
            Id = binder.Id,
            Statements = [.. binder.Statements],
            StatementIsList = binder.StatementIsList,
            IsReadable = isReadable && binder.IsPolicy,
            Present = binder.Present,
        };

        if (binder.IsPolicy)
            GrammarCheck.Run(document, binder.IsWhole, problems);
        else
            problems.ForgetGrammar();

        document.Problems = problems.ToSorted();
        return document;
    }

    private static PolicyDocument Unreadable(SourceText source, PolicyType? type, PolicyResourceType? resourceType, ProblemList problems) =>
        new(source, new TextSpan(0, source.Bytes.Length))
        {
            Type = type ?? PolicyType.Identity,
            IsTypeDetected = type is null,
            ResourceType = resourceType,
            Problems = problems.ToSorted(),
        };
}
