namespace PolicyLint;

/// <summary>A <see cref="PolicyGate"/> did not let a policy out. Nothing was written.</summary>
public sealed class PolicyRejectedException : Exception
{
    internal PolicyRejectedException(LintResult result)
        : base(MessageAbout(result))
    {
        Result = result;
    }

    /// <summary>The findings that keep it in, and all others.</summary>
    public LintResult Result { get; }

    private static string MessageAbout(LintResult result)
    {
        string why = !result.Document.IsReadable ? "it could not be read as a policy"
            : !result.IsComplete ? "the check is not complete"
            : !result.NotEvaluated.IsEmpty ? "a part of it is not known yet and could not be judged"
            : "of what was found";
        return $"The policy was not let out, because {why}.\n{result}".ReplaceLineEndings("\n");
    }
}
