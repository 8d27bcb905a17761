namespace PolicyLint.Configuration;

/// <summary>Something wrong in a configuration or baseline file.</summary>
/// <param name="Source">The file.</param>
/// <param name="Span">Where.</param>
/// <param name="Message">What is wrong, as a clause without a full stop. Text of the file stands in backticks: escape it for where you show it.</param>
public sealed record ConfigurationProblem(SourceText Source, TextSpan Span, string Message)
{
    /// <summary><c>file:line:column: message</c>, with control characters escaped.</summary>
    public override string ToString() =>
        Reporting.SafeText.Escape($"{Source.Path ?? LintConfiguration.FileName}:{Source.GetPosition(Span.Start)}: {Message}");
}

/// <summary>A value that a configuration file gives.</summary>
/// <param name="Value">The value.</param>
/// <param name="Place">Where it stands in the file.</param>
public readonly record struct Configured<T>(T Value, TextSpan Place);
