namespace PolicyLint.Sources.Tests;

/// <summary>Files of tests, with a policy put in where <c>{{Clean}}</c> or <c>{{Misspelt}}</c> stands, escaped for a string of JSON.</summary>
internal static class SampleFile
{
    /// <summary>Nothing is found in it.</summary>
    public const string Clean = """{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::data/*\"}]}""";

    /// <summary>There is no such action: its literal stands 76 columns behind the start.</summary>
    public const string Misspelt = """{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObjcet\",\"Resource\":\"arn:aws:s3:::data/*\"}]}""";

    /// <summary>The file.</summary>
    public static SourceText Of(string text) => SourceText.From(Fill(text), "sample.json");

    /// <summary>Its text.</summary>
    public static string Fill(string text) =>
        text.Replace("{{Clean}}", Clean, StringComparison.Ordinal).Replace("{{Misspelt}}", Misspelt, StringComparison.Ordinal);
}
