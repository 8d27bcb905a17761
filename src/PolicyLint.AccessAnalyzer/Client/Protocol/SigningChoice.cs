using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace PolicyLint.AccessAnalyzer.Client.Protocol;

/// <summary>
/// Every operation is signed with Signature Version 4. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html">signing AWS API requests</see>.
/// </summary>
internal sealed class SigningChoice : BaseAuthResolverHandler
{
    private const string SigV4 = "aws.auth#sigv4";

    protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) =>
        [new AuthSchemeOption { SchemeId = SigV4 }];
}
