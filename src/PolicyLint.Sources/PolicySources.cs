using PolicyLint.Sources.Accounts;
using PolicyLint.Sources.CloudFormation;
using PolicyLint.Sources.Documents;
using PolicyLint.Sources.Pulumi;
using PolicyLint.Sources.Terraform;

namespace PolicyLint.Sources;

/// <summary>Finds policies in the files that people have. Nothing here opens a file or throws on what is in one.</summary>
public static class PolicySources
{
    /// <summary>Tells what a file is, by its content and not by its name.</summary>
    /// <param name="file">The file.</param>
    public static SourceKind Detect(SourceText file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return SourceDetector.Detect(Utf8File.Of(file));
    }

    /// <summary>Reads the policies of a file of the kind that it turns out to be; none where it is none that is known.</summary>
    /// <param name="file">The file.</param>
    public static SourceReading Read(SourceText file) => Read(file, Detect(file));

    /// <summary>Reads the policies of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="kind">What it is.</param>
    public static SourceReading Read(SourceText file, SourceKind kind)
    {
        ArgumentNullException.ThrowIfNull(file);
        return kind switch
        {
            SourceKind.Policy => new SourceReading(kind, [new HostedPolicy(file)], [], []),
            SourceKind.CloudFormation => CloudFormationReader.Read(file),
            SourceKind.Terraform => TerraformReader.Read(file),
            SourceKind.Pulumi => PulumiReader.Read(file),
            SourceKind.AccountDump => AccountDumpReader.Read(file),
            _ => new SourceReading(kind, [], [], []),
        };
    }
}
